package org.weir.consent.presumption;

import java.util.List;
import java.util.Optional;
import org.weir.schemas.problem.Refusal;

/** Every rule for a draw, in the order in which they are asked. */
public final class DrawRules {
    private static final List<DrawRule> RULES =
            List.of(new BothAreInJurisdiction(), new NoWrittenProhibition(), new FieldsAreWithinLimit());

    private DrawRules() {}

    /** @throws Refusal where one of the rules objects */
    public static void check(DrawCase of) {
        for (DrawRule rule : RULES) {
            Optional<Refusal> objection = rule.objection(of);
            if (objection.isPresent()) {
                throw objection.get();
            }
        }
    }
}
