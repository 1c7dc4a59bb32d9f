package org.weir.dashboard.movement.truth;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.city.flaw.Message;
import org.weir.city.flaw.TruthDay;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.Unmatched;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.position.VehiclePosition;

/** A day's messages through movement: the runs as they were told last. */
final class Replayed {
    final Map<String, Track> tracks = new HashMap<>();
    final Map<TripRun.Key, TripRun> runs = new LinkedHashMap<>();
    final Map<Unmatched, Integer> unmatched = new EnumMap<>(Unmatched.class);
    int matched;

    /** @param drainEvery after so many messages of a vehicle what changed is told */
    static Replayed of(ScheduleBook book, TruthDay day, boolean speed, int drainEvery) {
        Replayed replayed = new Replayed();
        Map<String, Integer> counts = new HashMap<>();
        for (Message message : day.messages()) {
            VehiclePosition p = CityFeed.position(message.position(), speed);
            replayed.add(book, p);
            if (counts.merge(p.vehicleId(), 1, Integer::sum) % drainEvery == 0) {
                replayed.tell(replayed.tracks.get(p.vehicleId()));
            }
        }
        replayed.tracks.values().forEach(replayed::tell);
        return replayed;
    }

    void add(ScheduleBook book, VehiclePosition p) {
        Unmatched why = tracks.computeIfAbsent(p.vehicleId(), Track::new).add(book, p);
        if (why == null) {
            matched++;
        } else {
            unmatched.merge(why, 1, Integer::sum);
        }
    }

    void tell(Track track) {
        track.drain().forEach(run -> runs.put(run.key(), run));
    }

    /** The visits of every run that has any. */
    Map<TripRun.Key, List<StopVisit>> visits() {
        Map<TripRun.Key, List<StopVisit>> visits = new HashMap<>();
        runs.forEach((key, run) -> {
            if (!run.visits().isEmpty()) {
                visits.put(key, run.visits());
            }
        });
        return visits;
    }

    Collection<TripRun> told() {
        return runs.values();
    }
}
