package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Puts the first three digits in the place of a ZIP code, and {@code 000} where fewer than 20,000 people live behind
 * them: the Safe Harbor rule of HIPAA, 45 CFR 164.514(b)(2)(i)(B).
 */
public final class ZipPrefix implements FieldTransform {
    /** From the guidance of the Department of Health and Human Services on that rule, after the census of 2000. */
    private static final Set<String> FEW_PEOPLE = Set.of(
            "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884",
            "890", "893");

    private static final int DIGITS = 5;
    private static final int WITH_FOUR_MORE = 10;

    @Override
    public ValueWriter writer() {
        return ZipPrefix::rewrite;
    }

    private static byte[] rewrite(byte[] value, int from, int to) throws UnshapeableRecord {
        int length = to - from;
        boolean zip = length == DIGITS || length == WITH_FOUR_MORE && value[from + DIGITS] == '-';
        for (int i = 0; zip && i < length; i++) {
            zip = i == DIGITS || value[from + i] >= '0' && value[from + i] <= '9';
        }
        if (!zip) {
            throw new UnshapeableRecord("A ZIP code was expected", from);
        }
        String prefix = new String(value, from, 3, StandardCharsets.US_ASCII);
        return ('"' + (FEW_PEOPLE.contains(prefix) ? "000" : prefix) + '"').getBytes(StandardCharsets.US_ASCII);
    }
}
