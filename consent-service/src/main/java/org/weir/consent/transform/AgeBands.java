package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Puts a band in the place of an age: its first year in a field of numbers, {@code 18-64} in a field of text. The last
 * band is open.
 *
 * @param starts the first years of the bands above the lowest, ascending
 * @param text whether the field holds text
 */
public record AgeBands(List<Integer> starts, boolean text) implements FieldTransform {
    /** Nobody has been older than 122. */
    private static final double OLDEST = 150;

    public AgeBands {
        starts = List.copyOf(starts);
    }

    @Override
    public ValueWriter writer() {
        return this::rewrite;
    }

    private byte[] rewrite(byte[] value, int from, int to) throws UnshapeableRecord {
        double age = JsonNumber.parse(value, from, to);
        if (!(age >= 0 && age <= OLDEST)) {
            throw new UnshapeableRecord("An age was expected", from);
        }
        int first = 0;
        int next = -1;
        for (int start : starts) {
            if (age < start) {
                next = start;
                break;
            }
            first = start;
        }
        String band = !text ? "" + first : next < 0 ? "\"" + first + "+\"" : "\"" + first + "-" + (next - 1) + "\"";
        return band.getBytes(StandardCharsets.US_ASCII);
    }
}
