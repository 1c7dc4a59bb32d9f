package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.Refusal;

/** Something that an agreement's text must keep before it may become an agreement. */
interface DocumentRule {
    /**
     * What is wrong with the text by this rule, if anything.
     *
     * @param feed its feed, or null where no such feed is registered; a rule that needs one then has no objection, for
     *     {@link FeedIsRegistered} has
     */
    Optional<Refusal> objection(AgreementDocument agreement, KnownFeed feed);
}
