package org.weir.dashboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.measure.ScheduledTrip;
import org.weir.dashboard.measure.ServedDay;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.Trip;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.schemas.id.FeedId;

/** What measuring a day needs: its runs, beside what the schedule says of that day. */
@ApplicationScoped
public class ServedDays {
    private final Schedules schedules;

    ServedDays(Schedules schedules) {
        this.schedules = schedules;
    }

    ServedDay of(RouteDate day, List<TripRun> runs) {
        Schedule schedule = schedules.find(FeedId.of(day.feed())).orElse(null);
        if (schedule == null) {
            return new ServedDay(
                    day.date(), ZoneOffset.UTC, runs, List.of(), (version, ordinal) -> null, List.of(), List.of());
        }
        return new ServedDay(
                day.date(),
                schedule.timezone(),
                runs,
                scheduled(schedule, day),
                (version, ordinal) -> schedule.version().equals(version) ? schedule.pattern(ordinal) : null,
                List.of(),
                List.of());
    }

    private static List<ScheduledTrip> scheduled(Schedule schedule, RouteDate day) {
        double begin = ServiceDate.begin(day.date(), schedule.timezone());
        List<ScheduledTrip> scheduled = new ArrayList<>();
        for (Trip trip : schedule.content().trips().values()) {
            boolean asked =
                    trip.pattern().route().equals(day.route()) && trip.pattern().direction() == day.direction();
            if (asked && schedule.content().days().runs(trip.service(), day.date())) {
                List<Stop> stops = trip.pattern().stops();
                double[] departs = new double[stops.size()];
                for (int i = 0; i < departs.length; i++) {
                    departs[i] = begin + trip.departs(i);
                }
                scheduled.add(new ScheduledTrip(
                        trip.id(), stops.stream().map(Stop::id).toList(), departs));
            }
        }
        return scheduled;
    }
}
