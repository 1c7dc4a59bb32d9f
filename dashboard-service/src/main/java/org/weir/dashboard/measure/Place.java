package org.weir.dashboard.measure;

import java.util.Comparator;

/**
 * Where something is measured, on one route and direction.
 *
 * @param kind what kind of place
 * @param id which; empty for the whole route
 */
public record Place(Kind kind, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::kind).thenComparing(Place::id);

    public static final Place ROUTE = new Place(Kind.ROUTE, "");

    /** A fixed vocabulary. */
    public enum Kind {
        /** The whole route and direction. */
        ROUTE,
        /** A stop, by its id. */
        STOP,
        /** From one stop to the next: {@code fromStop>toStop}. */
        SEGMENT,
        /** A corridor that somebody drew, by its id. */
        CORRIDOR,
        /** An area, such as a neighbourhood: {@code layer/area}. */
        AREA
    }

    public static Place stop(String id) {
        return new Place(Kind.STOP, id);
    }

    public static Place segment(String from, String to) {
        return new Place(Kind.SEGMENT, from + '>' + to);
    }

    public static Place corridor(String id) {
        return new Place(Kind.CORRIDOR, id);
    }

    public static Place area(String id) {
        return new Place(Kind.AREA, id);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
