package org.weir.dashboard.measure;

import java.time.LocalDate;

/**
 * What segment speeds are kept by.
 *
 * @param agreement the agreement under which the positions came
 * @param feed the feed
 * @param date the service date
 * @param hour the local hour
 */
public record SegmentHour(
        String agreement, String feed, String route, int direction, String segment, LocalDate date, int hour) {}
