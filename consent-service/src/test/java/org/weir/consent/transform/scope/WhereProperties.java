package org.weir.consent.transform.scope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weir.consent.transform.RecordStep;
import org.weir.consent.transform.Shape;
import org.weir.consent.transform.ShapedRecord.Withheld;
import org.weir.consent.transform.Shaping;
import org.weir.schemas.ledger.ReasonCode;

/** Predicates keep Kleene's logic of three values, whatever is absent. */
class WhereProperties {
    /**
     * A predicate and its value by Kleene, null for unknown.
     *
     * @param value given the fields that are absent
     */
    record Formula(String cel, Function<Set<String>, Boolean> value) {}

    @Property(tries = 300)
    void theOutcome_isKleenes(@ForAll("formulas") Formula formula, @ForAll("absent") Set<String> absent)
            throws Exception {
        Boolean expected = formula.value.apply(absent);
        List<RecordStep> steps = List.of(Where.of(formula.cel, Shaping.CONTRACT.fields()));

        var shaped = Shape.of(List.of("timestamp"), steps, "vehicle.id")
                .shaper()
                .shape(record(absent).getBytes(UTF_8), Shaping.NOON);

        ReasonCode reason = shaped instanceof Withheld withheld ? withheld.reason() : null;
        assertThat(reason)
                .isEqualTo(expected == null ? ReasonCode.SCOPE_UNKNOWN : expected ? null : ReasonCode.OUT_OF_SCOPE);
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return formulas(3);
    }

    @Provide
    Arbitrary<Set<String>> absent() {
        return Arbitraries.of("tripId", "routeId", "startDate").set();
    }

    private static Arbitrary<Formula> formulas(int depth) {
        Arbitrary<Formula> atoms = Combinators.combine(
                        Arbitraries.of("tripId", "routeId", "startDate"),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of(true, false))
                .as((name, value, equal) -> new Formula(
                        "trip." + name + (equal ? " == '" : " != '") + value + "'",
                        absent -> absent.contains(name) ? null : (Boolean) (value.equals("a") == equal)));
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<Formula> inner = formulas(depth - 1);
        return Arbitraries.oneOf(
                atoms,
                inner.map(f -> new Formula("!(" + f.cel + ")", absent -> {
                    Boolean v = f.value.apply(absent);
                    return v == null ? null : (Boolean) !v;
                })),
                Combinators.combine(inner, inner)
                        .as((f, g) -> new Formula("(" + f.cel + " && " + g.cel + ")", absent -> {
                            Boolean a = f.value.apply(absent);
                            Boolean b = g.value.apply(absent);
                            return Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)
                                    ? Boolean.FALSE
                                    : a == null || b == null ? null : Boolean.TRUE;
                        })),
                Combinators.combine(inner, inner)
                        .as((f, g) -> new Formula("(" + f.cel + " || " + g.cel + ")", absent -> {
                            Boolean a = f.value.apply(absent);
                            Boolean b = g.value.apply(absent);
                            return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b)
                                    ? Boolean.TRUE
                                    : a == null || b == null ? null : Boolean.FALSE;
                        })));
    }

    private static String record(Set<String> absent) {
        StringBuilder trip = new StringBuilder();
        for (String name : List.of("tripId", "routeId", "startDate")) {
            if (!absent.contains(name)) {
                trip.append(trip.isEmpty() ? "" : ",").append('"').append(name).append("\":\"a\"");
            }
        }
        return "{\"trip\":{" + trip + "},\"timestamp\":\"1\"}";
    }
}
