package org.weir.dashboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.ScheduledTrip;
import org.weir.dashboard.measure.ServedDay;
import org.weir.dashboard.measure.Silence;
import org.weir.dashboard.measure.Stretch;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.street.Ground;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.id.FeedId;

/** What measuring a day needs: its runs, beside what the schedule says of that day. For one thread. */
@ApplicationScoped
public class ServedDays {
    /** Days are reckoned route by route, and a plan is of all routes. */
    private static final int PLANS = 8;

    private final Schedules schedules;
    private final Grounds grounds;
    private final Map<Planned, ServicePlan> plans = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Planned, ServicePlan> eldest) {
            return size() > PLANS;
        }
    };

    private record Planned(String feed, String version, LocalDate date) {}

    private record Run(String schedule, int pattern) {}

    ServedDays(Schedules schedules, Grounds grounds) {
        this.schedules = schedules;
        this.grounds = grounds;
    }

    /** Whether the stored schedules are all read. */
    boolean ready() {
        return schedules.complete();
    }

    /** The feeds that have a schedule: of others no day can be measured. */
    Set<FeedId> feeds() {
        return schedules.feeds();
    }

    /** Every feed's versions. */
    Collection<ScheduleBook> books() {
        return schedules.books();
    }

    /** The version that says what was to run on a date; asked first, so that nothing newer passes for it. */
    String version(RouteDate day) {
        return schedule(day).version();
    }

    private Schedule schedule(RouteDate day) {
        return schedules.versions(FeedId.of(day.feed())).orElseThrow().on(day.date());
    }

    /** Takes up schedules that another instance has stored, and that runs name. */
    void takeUp(RouteDate day, List<TripRun> runs) {
        FeedId feed = FeedId.of(day.feed());
        runs.stream().map(TripRun::schedule).distinct().forEach(name -> schedules.version(feed, name));
    }

    /** @param silences when its feed said nothing */
    ServedDay of(RouteDate day, List<TripRun> runs, List<Silence> silences) {
        ScheduleBook book = schedules.versions(FeedId.of(day.feed())).orElseThrow();
        ServedDay.Patterns patterns = (version, ordinal) -> {
            Schedule schedule = book.version(version);
            return schedule == null ? null : schedule.pattern(ordinal);
        };
        return new ServedDay(
                day.date(),
                book.timezone(),
                runs,
                scheduled(plan(day), day),
                patterns,
                stretches(runs, patterns),
                silences);
    }

    /** What was to run on a date. */
    ServicePlan plan(RouteDate day) {
        Schedule schedule = schedule(day);
        return plans.computeIfAbsent(
                new Planned(day.feed(), schedule.version(), day.date()), p -> ServicePlan.of(schedule, day.date()));
    }

    private static List<ScheduledTrip> scheduled(ServicePlan plan, RouteDate day) {
        return plan.trips(day.route(), day.direction()).stream()
                .map(trip -> ScheduledTrip.of(trip, plan.begin()))
                .toList();
    }

    /** What of the patterns that were run follows corridors or lies in areas. */
    private List<Stretch> stretches(List<TripRun> runs, ServedDay.Patterns patterns) {
        Ground ground = grounds.present();
        List<Stretch> stretches = new ArrayList<>();
        Set<Run> seen = new HashSet<>();
        for (TripRun run : runs) {
            StopPattern pattern = patterns.find(run.schedule(), run.pattern());
            if (pattern != null && seen.add(new Run(run.schedule(), run.pattern()))) {
                ground.corridors(pattern)
                        .forEach(each -> stretches.add(stretch(Place.corridor(each.place()), run, each)));
                ground.areas(pattern).forEach(each -> stretches.add(stretch(Place.area(each.place()), run, each)));
            }
        }
        return stretches;
    }

    private static Stretch stretch(Place place, TripRun run, org.weir.dashboard.street.Stretch along) {
        return new Stretch(place, run.schedule(), run.pattern(), along.from(), along.to());
    }
}
