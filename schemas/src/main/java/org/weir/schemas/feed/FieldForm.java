package org.weir.schemas.feed;

import java.math.BigDecimal;

/**
 * Which values of its type a field may have: ODCS's {@code logicalTypeOptions}.
 *
 * @param pattern the regular expression that a text keeps; null for any text
 * @param minimum the least number; null for any
 * @param maximum the greatest number; null for any
 */
public record FieldForm(String pattern, BigDecimal minimum, BigDecimal maximum) {
    /** Every value of the type. */
    public static final FieldForm ANY = new FieldForm(null, null, null);

    /** Whether the text may stand in the field. */
    public boolean takes(String text) {
        return pattern == null
                || java.util.regex.Pattern.compile(pattern).matcher(text).find();
    }

    /** Whether the number may stand in the field. */
    public boolean takes(BigDecimal number) {
        return (minimum == null || number.compareTo(minimum) >= 0)
                && (maximum == null || number.compareTo(maximum) <= 0);
    }
}
