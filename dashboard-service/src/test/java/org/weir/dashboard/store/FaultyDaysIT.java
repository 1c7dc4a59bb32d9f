package org.weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.DashboardStack;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.stream.RunKey;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class FaultyDaysIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String UNSCHEDULED = "unscheduled.vehicle-positions";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool database;

    @Inject
    Months months;

    @Inject
    RollupStore rollups;

    @Inject
    MeterRegistry meters;

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private boolean is(String sql) {
        return done(database.query(sql).execute()).iterator().next().getBoolean(0);
    }

    @Test
    void leavesDays_whoseFeedHasNoSchedule_andHoldsNobodyElseUp() {
        // Given a run, long ago, of a feed that nobody gave a schedule, and evidence of it to be gathered
        TripRun.Key key = new TripRun.Key(DAY, "t1", "v");
        StopVisit visit = new StopVisit(0, "A", 1_773_144_000, 1_773_144_010, 28_800, 10, StopVisit.Quality.SEEN, -1);
        Assignment named = new Assignment(Assignment.How.INFERRED, 0.5f);
        KeptRun run = new KeptRun(
                RunKey.of("waits", UNSCHEDULED, key),
                new TripRun(key, "1", 0, "v1", 0, named, List.of(visit), Knots.NONE, 0));
        done(months.make(RunStore.TABLE, YearMonth.from(DAY)));
        done(database.withTransaction(
                tx -> RunStore.put(tx, List.of(run)).chain(() -> EvidenceStore.mark(tx, run.routeDate()))));
        for (String table : List.of("route_day", "evidence_date")) {
            done(database.query("UPDATE " + table + " SET since = now() - interval '1 day',"
                            + " marked_at = now() - interval '1 day' WHERE agreement = 'waits'")
                    .execute());
        }

        // Then it is told that a feed waits, and which
        await().atMost(PATIENCE)
                .until(() -> meters.get("weir.store.unscheduled").gauge().value() >= 1);
        Map<String, Double> waiting = done(rollups.waiting());
        assertThat(waiting.get(UNSCHEDULED)).isGreaterThan(86_000);

        // And nobody else waits for it, and its day is not read again and again
        assertThat(RollupStore.longest(waiting, Set.of(FeedId.of("tiny.scheduled"))))
                .isZero();
        assertThat(RollupStore.longest(waiting, Set.of(FeedId.of(UNSCHEDULED)))).isGreaterThan(86_000);
        for (String table : List.of("route_day", "evidence_date")) {
            assertThat(is("SELECT rolled <> marked AND claimed IS NULL FROM " + table + " WHERE agreement = 'waits'"))
                    .isTrue();
        }
    }

    @Test
    void speaksOfNoDelay_whereRunsOfADayAreNotKeptAnyMore() {
        // Given a mark on a day that was closed, by a run that slipped in
        done(database.query("INSERT INTO closed_day (feed, agreement, service_date, closed_at)"
                        + " VALUES ('tiny.closed', 'closed', '2026-03-10', now())")
                .execute());
        done(database.query(
                        "INSERT INTO route_day (feed, agreement, route, direction, service_date, marked, marked_at,"
                                + " since) VALUES ('tiny.closed', 'closed', '1', 0, '2026-03-10', 1, now(), now() - interval '1 day')")
                .execute());

        // Then
        assertThat(done(rollups.waiting())).doesNotContainKey("tiny.closed");
    }

    @Test
    void mergesTheMonthsBehindOne_thatCannotBeMerged() {
        // Given a month with a sheet of an unknown form, and one without fault that was marked after it
        done(months.make(RollupStore.TABLE, YearMonth.from(DAY)));
        done(database.query(
                        "INSERT INTO rollup_day (feed, agreement, route, direction, service_date, kind, place, sheet)"
                                + " VALUES ('f', 'spoilt', '1', 0, '2026-03-10', 0, '1', '\\x63')")
                .execute());
        for (String each : List.of(
                "'spoilt', '1', 0, '2026-03-01', 1, now() - interval '2 hours'",
                "'sound', '1', 0, '2026-03-01', 2, now() - interval '1 hour'")) {
            done(database.query("INSERT INTO route_month (feed, agreement, route, direction, month, marked, marked_at,"
                            + " since) VALUES ('f', " + each + ", now())")
                    .execute());
        }

        // Then
        await().atMost(PATIENCE).until(() -> is("SELECT rolled = marked FROM route_month WHERE agreement = 'sound'"));
        assertThat(is("SELECT rolled <> marked FROM route_month WHERE agreement = 'spoilt'"))
                .isTrue();
        done(database.query("DELETE FROM route_month WHERE feed = 'f'").execute());
        done(database.query("DELETE FROM rollup_day WHERE feed = 'f'").execute());
    }
}
