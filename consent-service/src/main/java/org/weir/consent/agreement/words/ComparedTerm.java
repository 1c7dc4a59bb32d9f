package org.weir.consent.agreement.words;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.weir.schemas.agreement.AgreementDocument;

/**
 * A term with one value, as two versions may differ in it.
 *
 * @param clause how the agreement spells it
 * @param label what it is called in a sentence
 * @param value its value, null where it is not said
 * @param words its value in words, null where it is not said
 * @param bounds whether it bounds what may flow; the others, as a title, do not
 */
record ComparedTerm(
        String clause,
        String label,
        Function<AgreementDocument, Object> value,
        BiFunction<AgreementDocument, Wording, String> words,
        boolean bounds) {

    static ComparedTerm bound(
            String clause,
            String label,
            Function<AgreementDocument, Object> value,
            BiFunction<AgreementDocument, Wording, String> words) {
        return new ComparedTerm(clause, label, value, words, true);
    }

    /** A term whose value is a sentence of its own. */
    static ComparedTerm text(String clause, String label, Function<AgreementDocument, String> value) {
        return new ComparedTerm(clause, label, value::apply, (a, words) -> value.apply(a), false);
    }
}
