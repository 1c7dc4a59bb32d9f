package org.weir.dashboard.measure;

/**
 * What a figure means, shown beside it.
 *
 * @param name its name
 * @param formula how it is computed
 * @param source who defines it so
 * @param minimumN below this many observations no number is told
 */
public record Definition(String name, String formula, String source, int minimumN) {
    /** Speed of a street segment from stop to stop. */
    public static final Definition SEGMENT_SPEED = new Definition(
            "Segment speed, stop to stop",
            "mean = total metres / total seconds, dwelling included; p10, p50, p90 of single traversals' speeds,"
                    + " by a histogram in steps of 0.5 m/s; a stop's passing time is interpolated between positions",
            "Transit Capacity and Quality of Service Manual (average travel speed: distance over running and dwell time)",
            5);
}
