package org.weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.DashboardStack;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Quantity;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.stream.RunKey;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class StoreIT {
    private static final String FEED = "kept.vehicle-positions";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Inject
    Pool database;

    @Inject
    Months months;

    @Inject
    RunStore runs;

    @Inject
    RollupStore rollups;

    @Inject
    MonthStore merged;

    @Inject
    OldMonths old;

    @Inject
    PackedMonths packing;

    @Inject
    AgreedTerm term;

    static KeptRun run(String agreement, String route, LocalDate date, String vehicle, double arrival) {
        TripRun.Key key = new TripRun.Key(date, "t1", vehicle);
        List<StopVisit> visits = List.of(
                new StopVisit(0, "A", arrival, arrival, 28_800, 10, StopVisit.Quality.SEEN, 40),
                new StopVisit(
                        1, "B", arrival + 60.5, arrival + 70, StopVisit.UNSCHEDULED, 20, StopVisit.Quality.WIDE, -1));
        Knots knots = new Knots(new float[] {0, 399.5f}, new double[] {arrival, arrival + 60.25});
        return new KeptRun(
                RunKey.of(agreement, FEED, key),
                new TripRun(key, route, 1, "v1", 3, new Assignment(Assignment.How.INFERRED, 0.5f), visits, knots, 2));
    }

    /** It takes back what was said before. */
    private static KeptRun withdrawn(KeptRun run) {
        TripRun it = run.run();
        return new KeptRun(
                run.key(),
                new TripRun(
                        it.key(),
                        it.route(),
                        it.direction(),
                        it.schedule(),
                        it.pattern(),
                        it.assignment(),
                        List.of(),
                        Knots.NONE,
                        3));
    }

    static RouteDate day(String agreement, String route) {
        return new RouteDate(FEED, agreement, route, 1, DAY);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    private void put(KeptRun run) {
        done(months.make(RunStore.TABLE, YearMonth.from(run.key().date())));
        done(database.withTransaction(tx -> RunStore.put(tx, List.of(run))));
    }

    private RollupStore.Claim claim(RouteDate day) {
        return done(rollups.claim(Duration.ZERO, Duration.ZERO, 100, Set.of(FeedId.of(FEED)))).stream()
                .filter(each -> each.of().equals(day))
                .findFirst()
                .orElse(null);
    }

    private long number(String sql) {
        return done(database.query(sql).execute()).iterator().next().getLong(0);
    }

    @Test
    void givesBackWhatItKeeps_andTwiceIsOnce() {
        KeptRun run = run("twice", "1", DAY, "v", 1_773_144_000);
        put(run);
        put(run);

        assertThat(done(runs.of(day("twice", "1")))).containsExactly(run.run());
    }

    @Test
    void marksBothDays_whereARunTurnsOutToBeOfAnotherRoute() {
        put(run("moved", "1", DAY, "v", 1_773_144_000));
        claim(day("moved", "1"));
        put(run("moved", "2", DAY, "v", 1_773_144_000));

        assertThat(done(runs.of(day("moved", "1")))).isEmpty();
        assertThat(done(runs.of(day("moved", "2")))).hasSize(1);
        assertThat(number("SELECT count(*) FROM route_day WHERE agreement = 'moved' AND marked <> rolled"))
                .isEqualTo(2);
    }

    @Test
    void takesBackARun_thatHasNothingInIt() {
        KeptRun run = run("withdrawn", "1", DAY, "v", 1_773_144_000);
        put(run);
        put(withdrawn(run));

        assertThat(done(runs.of(day("withdrawn", "1")))).isEmpty();
    }

    @Test
    void losesNoMark_thatIsMadeWhileADayIsReckoned() {
        // Given a day that is being reckoned
        put(run("marked", "1", DAY, "v1", 1_773_144_000));
        RollupStore.Claim before = claim(day("marked", "1"));
        assertThat(before).isNotNull();
        assertThat(claim(day("marked", "1"))).as("claimed once").isNull();

        // When another run comes before the figures are written
        put(run("marked", "1", DAY, "v2", 1_773_145_000));
        done(rollups.replace(before, reckoned(60, 1)));

        // Then it is to be reckoned again, and what an instance saw before comes too late
        RollupStore.Claim after = claim(day("marked", "1"));
        assertThat(after.mark()).isGreaterThan(before.mark());
        done(rollups.replace(after, reckoned(70, 2)));
        done(rollups.replace(before, reckoned(60, 1)));
        assertThat(number("SELECT runs FROM route_day WHERE agreement = 'marked' AND route = '1'"))
                .isEqualTo(2);
        assertThat(claim(day("marked", "1"))).isNull();
    }

    @Test
    void mergesAMonthByWeekday() {
        for (int day : List.of(3, 10, 11)) {
            RouteDate date = new RouteDate(FEED, "merged", "1", 1, DAY.withDayOfMonth(day));
            put(run("merged", "1", date.date(), "v", 1_773_144_000));
            done(rollups.replace(claim(date), reckoned(60, 1)));
        }
        RollupStore.Claim month = done(merged.claim(Duration.ZERO, Duration.ZERO, 100)).stream()
                .filter(each -> each.of().agreement().equals("merged"))
                .findFirst()
                .orElseThrow();
        done(merged.merge(month));

        assertThat(number("SELECT count(*) FROM rollup_month WHERE agreement = 'merged'"))
                .isEqualTo(2);
        assertThat(number("SELECT days FROM rollup_month WHERE agreement = 'merged' AND weekday = 2"))
                .isEqualTo(2);
    }

    @Test
    void dropsAMonth_onlyWhereNothingChangedInItForLong_andClosesIt() {
        Instant before = Instant.parse("2019-12-31T00:00:00Z");
        put(run("old", "1", LocalDate.of(2019, 5, 6), "v", 1_557_144_000));
        assertThat(done(old.dropRuns(before))).as("it came today").isEmpty();

        done(database.query("UPDATE trip_run SET changed_at = '2019-06-01' WHERE agreement = 'old'")
                .execute());
        assertThat(done(old.dropRuns(before))).containsExactly(YearMonth.of(2019, 5));
        assertThat(number("SELECT count(*) FROM trip_run WHERE agreement = 'old'"))
                .isZero();
        assertThat(done(months.closed(YearMonth.of(2019, 5)))).isTrue();
        assertThat(done(months.closed(YearMonth.of(2019, 6)))).isFalse();
    }

    private static final String INVALID =
            "SELECT count(*) FROM pg_index WHERE indrelid = 'trip_run_2018_05'::regclass AND NOT indisvalid";

    @Test
    void packsAMonth_onceItIsOver_andAgainWhenItChanged() {
        // Given a month that is over, with an index that a packing left behind which was killed
        Instant before = Instant.parse("2018-12-31T00:00:00Z");
        put(run("packed", "1", LocalDate.of(2018, 5, 6), "v", 1_525_608_000));
        put(run("packed", "1", LocalDate.of(2018, 5, 6), "w", 1_525_608_000));
        assertThat(packs(before)).as("it came today").isEmpty();
        changedAt("2018-06-01");
        // The two are of one agreement, so this fails half-way.
        done(database.query("CREATE UNIQUE INDEX CONCURRENTLY trip_run_left_behind ON trip_run_2018_05 (agreement)")
                .execute()
                .onFailure()
                .recoverWithNull());
        assertThat(number(INVALID)).isEqualTo(1);

        // Then it is packed once, and nothing is lost or left
        assertThat(packs(before)).containsExactly("trip_run_2018_05");
        assertThat(packs(before)).isEmpty();
        assertThat(
                        number(
                                "SELECT count(*) FROM pg_index WHERE indrelid = 'trip_run_2018_05'::regclass AND NOT indisvalid"))
                .isZero();
        assertThat(number(INVALID)).isZero();
        assertThat(number("SELECT count(*) FROM trip_run WHERE agreement = 'packed'"))
                .isEqualTo(2);

        // When something of it changed since, and was then left alone
        done(database.query("UPDATE packed_table SET packed_at = '2018-05-31' WHERE name = 'trip_run_2018_05'")
                .execute());
        assertThat(packs(before)).containsExactly("trip_run_2018_05");
    }

    private List<String> packs(Instant before) {
        return done(packing.pack(before)).stream()
                .filter(name -> name.endsWith("_2018_05"))
                .toList();
    }

    private void changedAt(String date) {
        done(database.query("UPDATE trip_run SET changed_at = '" + date + "' WHERE agreement = 'packed'")
                .execute());
    }

    @Test
    void packsNothing_whereAnotherInstanceDoes() {
        put(run("elsewhere", "1", LocalDate.of(2017, 5, 6), "v", 1_494_072_000));
        done(database.query("UPDATE trip_run SET changed_at = '2017-06-01' WHERE agreement = 'elsewhere'")
                .execute());
        Instant before = Instant.parse("2017-12-31T00:00:00Z");

        // When another holds the lock, and when it has let go
        List<String> meanwhile = done(database.withConnection(other -> other.preparedQuery(PackedMonths.CLAIM)
                .execute(Tuple.of(PackedMonths.ONE))
                .chain(() -> packing.pack(before))
                .eventually(() -> other.preparedQuery(PackedMonths.RELEASE).execute(Tuple.of(PackedMonths.ONE)))));

        assertThat(meanwhile).isEmpty();
        assertThat(done(packing.pack(before))).contains("trip_run_2017_05");
    }

    @Test
    void endsWhatAnAgreementLetsItKeep_whenItsTermIsOver_andNotWhatCameSince() {
        // Given a day whose figures are reckoned, and another agreement's
        for (String agreement : List.of("short-term", "long-term")) {
            put(run(agreement, "1", DAY, "v", 1_773_144_000));
            done(rollups.replace(claim(day(agreement, "1")), reckoned(60, 1)));
        }
        Instant came = Instant.now();

        // When its term is not over, nothing goes
        assertThat(done(term.end("short-term", came.minusSeconds(3_600)))).isZero();
        assertThat(done(term.isOver(FEED, "short-term", DAY))).isFalse();

        // When it is over, single runs go, and the figures stay as they are, also where the day is marked again
        assertThat(done(term.end("short-term", came.plusSeconds(60)))).isEqualTo(1);
        assertThat(done(term.isOver(FEED, "short-term", DAY))).isTrue();
        assertThat(done(term.isOver(FEED, "long-term", DAY))).isFalse();
        assertThat(done(runs.of(day("short-term", "1")))).isEmpty();
        assertThat(done(runs.of(day("long-term", "1")))).hasSize(1);
        put(run("short-term", "1", DAY, "late", 1_773_144_000));
        assertThat(claim(day("short-term", "1"))).isNull();
        assertThat(number("SELECT count(*) FROM rollup_day WHERE agreement = 'short-term'"))
                .isEqualTo(1);

        // And what slipped in goes at the next look
        assertThat(done(term.end("short-term", came.minusSeconds(3_600)))).isEqualTo(1);
    }

    @Test
    void endsATerm_byWhenRunsCameIn_whateverMarkedTheirDaysSince() {
        // Given a run that came two days ago, and corridors drawn anew today
        put(run("redrawn", "1", DAY, "v", 1_773_144_000));
        Instant now = Instant.now();
        done(database.query("UPDATE trip_run SET changed_at = now() - interval '2 days' WHERE agreement = 'redrawn'")
                .execute());
        done(database.query("UPDATE reference_layer_change SET changes = changes + 1")
                .execute());
        done(rollups.markRedrawn());

        // When the term is three days
        assertThat(done(term.end("redrawn", now.minusSeconds(3 * 86_400)))).isZero();
        // When it is one
        assertThat(done(term.end("redrawn", now.minusSeconds(86_400)))).isEqualTo(1);
    }

    @Test
    void closesNoDay_thatHasNoRuns() {
        KeptRun run = run("emptied", "1", DAY, "v", 1_773_144_000);
        put(run);
        put(withdrawn(run));

        done(term.end("emptied", Instant.now().plusSeconds(60)));

        assertThat(done(term.isOver(FEED, "emptied", DAY))).isFalse();
    }

    @Test
    void keepsTheFiguresOfADay_whoseRunsWereDeletedWhileItWasReckoned() {
        // Given figures of a run, and a claim to reckon them again
        put(run("deleted", "1", DAY, "v", 1_773_144_000));
        done(rollups.replace(claim(day("deleted", "1")), reckoned(60, 1)));
        put(run("deleted", "1", DAY, "v", 1_773_144_001));
        RollupStore.Claim claim = claim(day("deleted", "1"));

        // When the term ends before the runs are read
        done(term.end("deleted", Instant.now().plusSeconds(60)));
        done(rollups.replace(claim, new RollupStore.Reckoned(Map.of(), Map.of(), 0, 0, null, "v1")));

        // Then
        assertThat(number("SELECT count(*) FROM rollup_day WHERE agreement = 'deleted'"))
                .isEqualTo(1);
    }

    static RollupStore.Reckoned reckoned(double seconds, int runs) {
        return new RollupStore.Reckoned(sheets(seconds), Map.of(), runs, 0, null, "v1");
    }

    private static Map<Place, DaySheet> sheets(double seconds) {
        DaySheet.Builder sheet = new DaySheet.Builder();
        sheet.at(32).add(Quantity.RUNNING, seconds);
        return Map.of(Place.segment("A", "B"), sheet.build());
    }
}
