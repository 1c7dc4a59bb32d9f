package org.weir.dashboard.measure;

import java.util.HashMap;
import java.util.Map;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.StopPattern;

/** Which of the day's scheduled trips a run is of. */
final class Timetable {
    private final Map<String, ScheduledTrip> byId = new HashMap<>();

    Timetable(ServedDay day) {
        day.scheduled().forEach(trip -> byId.put(trip.trip(), trip));
    }

    /** The scheduled trip of a run, or null. */
    ScheduledTrip of(TripRun run) {
        return byId.get(run.key().trip());
    }

    /** The index of a pattern's last stop; where the pattern is not known, more than any. */
    static int last(StopPattern pattern) {
        return pattern == null ? Integer.MAX_VALUE : pattern.stops().size() - 1;
    }
}
