package org.weir.consent.agreement.rule;

import java.util.List;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.Refusal;

/** Every rule for an agreement's text, in the order in which a writer would want to hear of them. */
public final class DocumentRules {
    private static final List<DocumentRule> ALL = List.of(
            new IsComplete(),
            new ProfileIsKnown(),
            new FeedIsRegistered(),
            new AssignerOwnsFeed(),
            new ContractVersionIsPresent(),
            new LetsAFieldFlow(),
            new FieldsAreInContract(),
            new PurposeIsKnown(),
            new ObligationsAreKnown(),
            new ObligationsFitFields(),
            new DatesAreInOrder());

    private DocumentRules() {}

    /**
     * Lets a text pass that keeps every rule.
     *
     * @throws Refusal the first objection
     */
    public static void check(AgreementDocument agreement, FeedDirectory feeds) {
        KnownFeed feed = agreement.target() == null || agreement.target().feed() == null
                ? null
                : feeds.find(agreement.target().feed()).orElse(null);
        for (DocumentRule rule : ALL) {
            rule.objection(agreement, feed).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }
}
