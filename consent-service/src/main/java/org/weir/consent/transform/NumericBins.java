package org.weir.consent.transform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Puts the lower edge of its bin in the place of a number. Bins of one width begin at 0; the lowest begins where the
 * field's values do.
 *
 * @param width of a bin, more than 0
 * @param least the least value that the contract takes; null for any
 */
public record NumericBins(BigDecimal width, BigDecimal least) implements FieldTransform {
    /** Beyond it a double no longer tells one from the next, and no field of a contract goes there. */
    private static final double LARGEST = 1e15;

    @Override
    public ValueWriter writer() {
        return this::rewrite;
    }

    private byte[] rewrite(byte[] value, int from, int to) throws UnshapeableRecord {
        double number = JsonNumber.parse(value, from, to);
        if (!(Math.abs(number) < LARGEST)) {
            throw new UnshapeableRecord("A number was expected", from);
        }
        BigDecimal edge =
                BigDecimal.valueOf(number).divide(width, 0, RoundingMode.FLOOR).multiply(width);
        if (least != null && edge.compareTo(least) < 0) {
            edge = least;
        }
        BigDecimal plain = edge.signum() == 0 ? BigDecimal.ZERO : edge.stripTrailingZeros();
        return plain.toPlainString().getBytes(StandardCharsets.US_ASCII);
    }
}
