package org.weir.consent.agreement.rule;

import java.util.List;
import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Every field that it lists is one that the contract describes. */
final class FieldsAreInContract implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        List<String> unknown = a.target().fields().stream()
                .filter(path -> feed.contract().field(path).isEmpty())
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_UNKNOWN_FIELD,
                        "The contract " + feed.contract().id() + " has no field " + String.join(", ", unknown) + "."));
    }
}
