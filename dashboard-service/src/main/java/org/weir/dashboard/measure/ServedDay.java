package org.weir.dashboard.measure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.StopPattern;

/**
 * What is known of one route and direction on one service date, under one agreement.
 *
 * @param date the service date
 * @param zone the agency's
 * @param runs in any order
 * @param scheduled trips that should run, in any order
 * @param patterns finds a run's pattern
 * @param stretches of corridors and areas along the patterns
 * @param silences when the feed said nothing
 */
public record ServedDay(
        LocalDate date,
        ZoneId zone,
        List<TripRun> runs,
        List<ScheduledTrip> scheduled,
        Patterns patterns,
        List<Stretch> stretches,
        List<Silence> silences) {

    /** Finds a pattern by a schedule's version and its ordinal in it; null where that is not known any more. */
    @FunctionalInterface
    public interface Patterns {
        StopPattern find(String schedule, int ordinal);
    }

    /** Whether what is due at a moment, POSIX seconds, is no longer to come: only then is it seen, or missing. */
    boolean past(double due) {
        for (Silence silence : silences) {
            if (silence.lasts() && due > silence.from()) {
                return false;
            }
        }
        return true;
    }

    /** POSIX seconds of the service day's beginning. */
    double begin() {
        return ServiceDate.begin(date, zone);
    }
}
