package org.weir.dashboard.street;

import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.schemas.id.FeedId;

/**
 * A pattern of one version of one feed's schedule.
 *
 * @param version the schedule's version
 * @param ordinal the pattern's number in it
 */
public record PatternRef(FeedId feed, String version, int ordinal, String route, int direction) {
    public static PatternRef of(Schedule schedule, StopPattern pattern) {
        return new PatternRef(
                schedule.feed(), schedule.version(), pattern.ordinal(), pattern.route(), pattern.direction());
    }
}
