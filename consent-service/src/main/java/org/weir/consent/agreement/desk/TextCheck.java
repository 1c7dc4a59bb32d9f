package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.narrow.Narrowing;
import org.weir.consent.agreement.rule.DocumentRules;
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

    /** Lets pass what may be shown to the other party: it also narrows its parent, as that stands now. */
    public void requireNarrow(AgreementDocument document) {
        requireRules(document);
        if (document.inheritFrom() != null) {
            Narrowing.require(parent(document).document(), document);
        }
    }

    /**
     * Lets pass what may be signed: its parent binds already, and nothing that is in force below allows more than it
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
            store.find(child)
                    .filter(TextCheck::binds)
                    .ifPresent(below -> Narrowing.require(document, below.document()));
        }
    }

    private Agreement parent(AgreementDocument child) {
        return store.find(child.inheritFrom())
                .orElseThrow(() ->
                        new Refusal(ErrorCode.AGREEMENT_PARENT, "There is no agreement " + child.inheritFrom() + '.'));
    }

    private static boolean binds(Agreement agreement) {
        return switch (agreement.state()) {
            case FINALIZED, ACTIVE, SUSPENDED -> true;
            default -> false;
        };
    }
}
