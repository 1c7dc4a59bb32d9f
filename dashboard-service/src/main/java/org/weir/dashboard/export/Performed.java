package org.weir.dashboard.export;

import java.time.LocalDate;
import java.time.ZoneId;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;

/**
 * What rows need beside a run: the version of the schedule that it was matched with.
 *
 * @param book the feed's schedules; null where none was imported
 * @param zone the agency's
 */
public record Performed(ScheduleBook book, ZoneId zone) {
    /** Unique within a service date: two vehicles on one trip performed two. */
    static String id(TripRun run) {
        return run.key().trip() + ':' + run.key().vehicle();
    }

    /** Unique among all versions of a feed's schedule. */
    static String patternId(TripRun run) {
        return run.schedule() + ':' + run.pattern();
    }

    /** Null where its version is not kept any more. */
    Schedule schedule(TripRun run) {
        return book == null ? null : book.version(run.schedule());
    }

    StopPattern pattern(TripRun run) {
        Schedule schedule = schedule(run);
        return schedule == null ? null : schedule.pattern(run.pattern());
    }

    /** The scheduled trip; null where none suits, or its version is not kept any more. */
    Trip trip(TripRun run) {
        Schedule schedule = schedule(run);
        return schedule == null ? null : schedule.trip(run.key().trip());
    }

    /** Its id in the GTFS; null where no scheduled trip suits. */
    String scheduledId(TripRun run) {
        if (run.assignment().how() == Assignment.How.PATTERN_ONLY) {
            return null;
        }
        Trip trip = trip(run);
        return trip == null ? run.key().trip() : trip.gtfsId();
    }

    long moment(LocalDate date, int seconds) {
        return ServiceDate.begin(date, zone) + seconds;
    }
}
