package org.weir.consent.agreement.narrow;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** A list as a sentence holds it. */
final class Words {
    private Words() {}

    static String of(Collection<?> some) {
        return some.isEmpty() ? "none" : some.stream().map(Words::word).collect(Collectors.joining(", "));
    }

    private static String word(Object each) {
        return each instanceof Enum<?> term
                ? term.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : String.valueOf(each);
    }
}
