package org.weir.dashboard.measure;

import java.util.Arrays;

/**
 * The whole value of one segment, service date and hour so far.
 *
 * @param key of what
 * @param speeds the sums
 * @param tripMarks hashes of the trips counted, rising: so that a trip is counted once
 */
public record SegmentSpeed(SegmentHour key, SpeedAccumulator speeds, int[] tripMarks) {
    public static SegmentSpeed none(SegmentHour key) {
        return new SegmentSpeed(key, SpeedAccumulator.EMPTY, new int[0]);
    }

    /** One more traversal by a trip; an unknown trip (empty) counts as its own. */
    public SegmentSpeed add(double metres, double seconds, String trip) {
        int mark = trip.hashCode();
        int found = Arrays.binarySearch(tripMarks, mark);
        boolean fresh = trip.isEmpty() || found < 0;
        int[] marks = tripMarks;
        if (!trip.isEmpty() && found < 0) {
            marks = Arrays.copyOf(tripMarks, tripMarks.length + 1);
            System.arraycopy(tripMarks, -found - 1, marks, -found, tripMarks.length + found + 1);
            marks[-found - 1] = mark;
        }
        return new SegmentSpeed(key, speeds.add(metres, seconds, fresh), marks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentSpeed s
                && key.equals(s.key)
                && speeds.equals(s.speeds)
                && Arrays.equals(tripMarks, s.tripMarks);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key + " " + speeds;
    }
}
