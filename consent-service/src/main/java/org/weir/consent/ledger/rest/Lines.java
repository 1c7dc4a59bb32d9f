package org.weir.consent.ledger.rest;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Standing;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/**
 * The sums that somebody may read: an agency those of its feeds, everybody those of the agreements that they may read,
 * for a sum tells that an agreement is talked about. What no agreement covers concerns the feed's agency alone.
 */
final class Lines {
    private final boolean all;
    private final Caller caller;
    private final Map<AgreementId, Agreement> agreements;

    /** Auditors, operations, and the hub's officer and counsel read every sum. */
    Lines(Caller caller, Collection<Agreement> agreements) {
        this.all = caller.ofTheHub() || LedgerReaders.isEntryReader(caller);
        this.caller = caller;
        this.agreements = agreements.stream()
                .collect(Collectors.toMap(each -> each.document().uid(), Function.identity()));
    }

    /**
     * Whether the caller may read it.
     *
     * @param agreement null where none covered the feed
     */
    boolean include(FeedId feed, AgreementId agreement) {
        if (all || feed.agency().equals(caller.agency())) {
            return true;
        }
        Agreement known = agreement == null ? null : agreements.get(agreement);
        return known != null && new Standing(caller).mayRead(known);
    }

    /** Who receives under an agreement; null where there is none, or nobody knows. */
    RecipientId recipient(AgreementId agreement) {
        Agreement known = agreement == null ? null : agreements.get(agreement);
        return known == null ? null : known.document().assignee();
    }
}
