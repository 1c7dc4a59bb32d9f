package org.weir.dashboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.ScheduledTrip;
import org.weir.dashboard.measure.ServedDay;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.Trip;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.schemas.id.FeedId;

/** What measuring a day needs: its runs, beside what the schedule says of that day. For one thread. */
@ApplicationScoped
public class ServedDays {
    /** Days are reckoned route by route, and a plan is of all routes. */
    private static final int PLANS = 8;

    private final Schedules schedules;
    private final Map<Planned, ServicePlan> plans = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Planned, ServicePlan> eldest) {
            return size() > PLANS;
        }
    };

    private record Planned(String feed, String version, LocalDate date) {}

    ServedDays(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Whether the stored schedules are all read. */
    boolean ready() {
        return schedules.complete();
    }

    /** Whether there is a schedule to measure by; where nothing ran, none is needed. Takes up what the runs name. */
    boolean known(RouteDate day, List<TripRun> runs) {
        FeedId feed = FeedId.of(day.feed());
        runs.stream().map(TripRun::schedule).distinct().forEach(name -> schedules.version(feed, name));
        return runs.isEmpty() || schedules.versions(feed).isPresent();
    }

    ServedDay of(RouteDate day, List<TripRun> runs) {
        ScheduleBook book = schedules.versions(FeedId.of(day.feed())).orElse(null);
        if (book == null) {
            return new ServedDay(
                    day.date(), ZoneOffset.UTC, runs, List.of(), (version, ordinal) -> null, List.of(), List.of());
        }
        return new ServedDay(
                day.date(),
                book.timezone(),
                runs,
                scheduled(book.on(day.date()), day),
                (version, ordinal) -> {
                    Schedule schedule = book.version(version);
                    return schedule == null ? null : schedule.pattern(ordinal);
                },
                List.of(),
                List.of());
    }

    private List<ScheduledTrip> scheduled(Schedule schedule, RouteDate day) {
        ServicePlan plan = plans.computeIfAbsent(
                new Planned(day.feed(), schedule.version(), day.date()), p -> ServicePlan.of(schedule, day.date()));
        List<ScheduledTrip> scheduled = new ArrayList<>();
        for (Trip trip : plan.trips(day.route(), day.direction())) {
            List<String> stops = trip.pattern().stops().stream().map(Stop::id).toList();
            double[] departs = new double[stops.size()];
            for (int i = 0; i < departs.length; i++) {
                departs[i] = plan.departs(trip, i);
            }
            scheduled.add(new ScheduledTrip(trip.id(), stops, departs));
        }
        return scheduled;
    }
}
