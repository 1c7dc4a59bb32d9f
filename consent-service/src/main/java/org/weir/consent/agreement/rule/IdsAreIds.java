package org.weir.consent.agreement.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The ids that stand as text are of the form of ids: they end up in addresses and names of files. */
final class IdsAreIds implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return Stream.of(a.honestBroker(), a.reviewBoard(), a.presumption())
                .filter(id -> id != null && !isId(id))
                .findFirst()
                .map(id -> new Refusal(
                        ErrorCode.BAD_ID,
                        "“" + id + "” is no id: lower-case letters, digits and inner hyphens, up to 48."));
    }

    private static boolean isId(String text) {
        try {
            new RecipientId(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
