package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.narrow.Bounds;
import org.weir.consent.agreement.rule.DocumentRules;
import org.weir.consent.agreement.rule.Finding;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Checks a text against the rules, the feeds that there are, and the agreements above and below it. */
@ApplicationScoped
public class TextCheck {
    private final AgreementStore store;
    private final KnownFeeds feeds;

    TextCheck(AgreementStore store, KnownFeeds feeds) {
        this.store = store;
        this.feeds = feeds;
    }

    /** Lets pass what may be drafted: a text that keeps every rule. */
    public void requireRules(AgreementDocument document) {
        DocumentRules.check(document, feeds);
    }

    /** Lets pass what may be shown to the other party: it also narrows its parent, as that stands and will stand. */
    public void requireNarrow(AgreementDocument document) {
        requireRules(document);
        if (document.inheritFrom() != null) {
            requireNone(Bounds.above(parent(document), document));
        }
    }

    /**
     * Lets pass what may be signed: its parent binds already, and nothing that is signed below allows more than it
     * would.
     */
    public void requireSignable(AgreementDocument document) {
        requireNarrow(document);
        if (document.inheritFrom() != null) {
            AgreementState state = parent(document).state();
            if (state != AgreementState.FINALIZED && state != AgreementState.ACTIVE) {
                throw new Refusal(
                        ErrorCode.AGREEMENT_PARENT, "Its parent " + document.inheritFrom() + " is " + state + '.');
            }
        }
        for (AgreementId child : store.childrenOf(document.uid())) {
            store.find(child).ifPresent(below -> requireNone(Bounds.below(document, below)));
        }
    }

    private Agreement parent(AgreementDocument child) {
        return store.find(child.inheritFrom())
                .orElseThrow(() ->
                        new Refusal(ErrorCode.AGREEMENT_PARENT, "There is no agreement " + child.inheritFrom() + '.'));
    }

    private static void requireNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw findings.get(0).refusal();
        }
    }
}
