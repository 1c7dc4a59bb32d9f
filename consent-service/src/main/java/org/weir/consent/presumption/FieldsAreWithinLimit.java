package org.weir.consent.presumption;

import java.util.List;
import java.util.Optional;
import org.weir.schemas.feed.Classification;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What the contract classifies above the jurisdiction's limit is not presumed, whatever would be done to it on the way:
 * how a field may be transformed is for two parties to agree, not to presume.
 */
final class FieldsAreWithinLimit implements DrawRule {
    /** From what harms least to what harms most. */
    private static final List<Classification> ORDER = List.of(
            Classification.OPEN,
            Classification.QUASI_IDENTIFIER,
            Classification.SENSITIVE,
            Classification.DIRECT_IDENTIFIER);

    @Override
    public Optional<Refusal> objection(DrawCase of) {
        int limit = ORDER.indexOf(Classification.of(of.jurisdiction().limit()));
        return of.draw().fields().stream()
                .flatMap(path -> of.contract().field(path).stream())
                .filter(field -> ORDER.indexOf(field.classification()) > limit)
                .findFirst()
                .map(field -> refusal(field, of.jurisdiction()));
    }

    private static Refusal refusal(ContractField field, Jurisdiction law) {
        return new Refusal(
                ErrorCode.PRESUMPTION_ABOVE_LIMIT,
                "The field " + field.path() + " is classified "
                        + field.classification().term() + "; " + law.citation() + " presumes sharing up to "
                        + law.limit() + ".");
    }
}
