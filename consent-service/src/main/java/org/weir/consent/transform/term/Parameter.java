package org.weir.consent.transform.term;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that an obligation says under {@code with}.
 *
 * @param name its name
 * @param required whether it must be said
 * @param form what its value may be, in words
 * @param takes whether a value is of that form
 */
public record Parameter(String name, boolean required, String form, Predicate<String> takes) {
    /** Longer values are no values of ours. */
    private static final int LONGEST = 20;

    static Parameter whole(String name, boolean required, long least, long most) {
        return new Parameter(
                name,
                required,
                "a whole number from " + least + " to " + most,
                value -> number(value) && isWhole(new BigDecimal(value), least, most));
    }

    static Parameter above0(String name, boolean required, String form, BigDecimal below) {
        return new Parameter(
                name,
                required,
                form,
                value -> number(value)
                        && new BigDecimal(value).signum() > 0
                        && new BigDecimal(value).compareTo(below) < 0);
    }

    static Parameter words(String name, boolean required, List<String> words) {
        return new Parameter(name, required, "`" + String.join("`, `", words) + "`", words::contains);
    }

    private static boolean number(String value) {
        return value.length() <= LONGEST && value.matches("\\d+(\\.\\d+)?");
    }

    private static boolean isWhole(BigDecimal number, long least, long most) {
        return number.scale() == 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
