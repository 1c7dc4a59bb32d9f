package org.weir.dashboard.store;

import java.time.LocalDate;

/**
 * One route and direction on one service date, as one agreement lets it be seen; where a month is meant, its first day;
 * where the whole feed is meant, the route is empty.
 */
public record RouteDate(String feed, String agreement, String route, int direction, LocalDate date)
        implements Comparable<RouteDate> {
    /** One order for all: whoever marks several marks them in it, and nobody waits for each other in a ring. */
    @Override
    public int compareTo(RouteDate other) {
        int order = feed.compareTo(other.feed);
        order = order != 0 ? order : agreement.compareTo(other.agreement);
        order = order != 0 ? order : route.compareTo(other.route);
        order = order != 0 ? order : Integer.compare(direction, other.direction);
        return order != 0 ? order : date.compareTo(other.date);
    }

    /** Whether it is of all routes of its feed together. */
    boolean isWholeFeed() {
        return route.isEmpty();
    }

    RouteDate month() {
        return new RouteDate(feed, agreement, route, direction, date.withDayOfMonth(1));
    }
}
