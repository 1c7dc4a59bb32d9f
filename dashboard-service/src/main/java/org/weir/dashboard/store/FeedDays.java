package org.weir.dashboard.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.RouteDay;
import org.weir.dashboard.measure.ServedDay;
import org.weir.dashboard.measure.Silence;
import org.weir.dashboard.measure.Silences;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.id.AgreementId;

/**
 * Reckons what a day of a whole feed tells: when the feed said nothing, which routes were to run whether anybody saw
 * them or not, and the headways of several routes together.
 */
@ApplicationScoped
class FeedDays {
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    static final int AT_ONCE = 4;

    /** It reads a whole day, and what it tells changes little from one bus to the next. */
    private static final int RARER = 10;

    private final RollupStore days;
    private final FeedDayStore store;
    private final ServedDays served;
    private final Standings standings;
    private final DashboardConfig config;

    FeedDays(RollupStore days, FeedDayStore store, ServedDays served, Standings standings, DashboardConfig config) {
        this.days = days;
        this.store = store;
        this.served = served;
        this.standings = standings;
        this.config = config;
    }

    /** Claims some of the days that are due; none before it is known what an agreement shares. */
    List<RollupStore.Claim> claim() {
        if (!standings.complete()) {
            return List.of();
        }
        Duration quiet = config.store().rollupQuiet().multipliedBy(2);
        Duration every = config.store().rollupEvery().multipliedBy(RARER);
        return days.claimFeeds(quiet, every, AT_ONCE, served.feeds()).await().atMost(PATIENCE);
    }

    /** Reckons one; returns what came of it. */
    String reckon(RollupStore.Claim claim) {
        RouteDate day = claim.of();
        List<TripRun> runs = store.runs(day).await().atMost(PATIENCE);
        served.takeUp(day, runs);
        String schedule = served.version(day);
        ServicePlan plan = served.plan(day);
        List<Silence> silences = List.of();
        Collection<ServicePlan.Line> planned = List.of();
        if (!runs.isEmpty()) {
            double[] heard = runs.stream().flatMapToDouble(FeedDays::moments).toArray();
            boolean over = store.isOver(day).await().atMost(PATIENCE);
            silences = Silences.of(heard, plan, over);
            planned = planned(
                    day,
                    plan,
                    over
                            ? Double.POSITIVE_INFINITY
                            : DoubleStream.of(heard).max().orElse(0));
        }
        List<ServedDay> lines = new ArrayList<>();
        for (List<TripRun> line : byLine(runs).values()) {
            TripRun first = line.get(0);
            lines.add(served.of(
                    new RouteDate(day.feed(), day.agreement(), first.route(), first.direction(), day.date()),
                    line,
                    silences));
        }
        Map<Place, DaySheet> sheets = lines.size() < 2 ? Map.of() : RouteDay.combined(lines);
        RollupStore.Reckoned made =
                RollupStore.Reckoned.of(sheets, Map.of(), runs, FeedDayStore.turns(silences), schedule);
        store.replace(claim, made, planned).await().atMost(PATIENCE);
        return "feed";
    }

    private static DoubleStream moments(TripRun run) {
        return run.visits().stream().flatMapToDouble(visit -> DoubleStream.of(visit.arrival(), visit.departure()));
    }

    private static Map<ServicePlan.Line, List<TripRun>> byLine(List<TripRun> runs) {
        Map<ServicePlan.Line, List<TripRun>> lines = new TreeMap<>();
        for (TripRun run : runs) {
            lines.computeIfAbsent(new ServicePlan.Line(run.route(), run.direction()), l -> new ArrayList<>())
                    .add(run);
        }
        return lines;
    }

    /** The lines with trips that began before a moment; none where the agreement lets only some records out. */
    private Collection<ServicePlan.Line> planned(RouteDate day, ServicePlan plan, double before) {
        if (!standings.sharesAll(new AgreementId(day.agreement()))) {
            return List.of();
        }
        return plan.lines().stream()
                .filter(line -> plan.begin()
                                + plan.trips(line.route(), line.direction())
                                        .get(0)
                                        .start()
                        < before)
                .toList();
    }
}
