package org.weir.dashboard.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.StopPattern;

/** Which of the day's scheduled trips a run is of. */
final class Timetable {
    private final double begin;
    private final Map<String, List<ScheduledTrip>> byId = new HashMap<>();

    Timetable(ServedDay day) {
        begin = day.begin();
        for (ScheduledTrip trip : day.scheduled()) {
            byId.merge(trip.trip(), List.of(trip), Timetable::join);
        }
    }

    private static List<ScheduledTrip> join(List<ScheduledTrip> some, List<ScheduledTrip> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The scheduled trip of a run, or null; of several of one id, the one that suits its first visit best. */
    ScheduledTrip of(TripRun run) {
        List<ScheduledTrip> candidates = byId.getOrDefault(run.key().trip(), List.of());
        if (candidates.size() < 2 || run.visits().isEmpty()) {
            return candidates.isEmpty() ? null : candidates.get(0);
        }
        StopVisit first = run.visits().get(0);
        double moment = first.scheduled() == StopVisit.UNSCHEDULED ? first.departure() : begin + first.scheduled();
        ScheduledTrip best = null;
        double least = Double.POSITIVE_INFINITY;
        for (ScheduledTrip each : candidates) {
            double off = first.index() < each.departs().length
                    ? Math.abs(each.departs()[first.index()] - moment)
                    : Double.POSITIVE_INFINITY;
            if (off < least) {
                least = off;
                best = each;
            }
        }
        return best;
    }

    /** The index of a pattern's last stop; where the pattern is not known, more than any. */
    static int last(StopPattern pattern) {
        return pattern == null ? Integer.MAX_VALUE : pattern.stops().size() - 1;
    }
}
