package org.weir.dashboard.measure;

/**
 * What a measure needs beside the cell that it is of.
 *
 * @param choices the parameters
 * @param quiet the same place in quiet hours, over the whole period: what its own free flow is read from
 * @param hours of clock time that the cell spans: days × quarter hours / 4
 */
public record Terms(Choices choices, Cell quiet, double hours) {
    /** Nothing chosen, no quiet hours known. */
    public static final Terms STANDARD = new Terms(Choices.STANDARD, Cell.EMPTY, 1);

    Terms withHours(double other) {
        return new Terms(choices, quiet, other);
    }
}
