package org.weir.dashboard.measure;

import java.util.List;

/**
 * What a figure means, shown beside it.
 *
 * @param id by which it is asked for
 * @param name its name
 * @param formula how it is computed
 * @param source who defines it so
 * @param unit of its value
 * @param parameters what may be chosen
 * @param minimumN below this many observations no number is told
 */
public record Definition(
        String id, String name, String formula, String source, String unit, List<Parameter> parameters, int minimumN) {
    /** Speed of a street segment from stop to stop. */
    public static final Definition SEGMENT_SPEED = new Definition(
            "segment-speed",
            "Segment speed, stop to stop",
            "mean = total metres / total seconds of running, from the departure at one stop to the arrival at the next,"
                    + " without the time at stops; p10, p50, p90 of single runs' speeds, by a histogram of their times",
            "Transit Capacity and Quality of Service Manual (running time and dwell time apart)",
            "m/s",
            List.of(),
            5);
}
