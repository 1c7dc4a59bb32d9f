package org.weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.DashboardStack;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.stream.RunKey;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class FaultyDaysIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool database;

    @Inject
    Months months;

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private boolean is(String sql) {
        return done(database.query(sql).execute()).iterator().next().getBoolean(0);
    }

    @Test
    void leavesADay_whoseFeedHasNoSchedule() {
        // Given a run of a feed that nobody gave a schedule
        TripRun.Key key = new TripRun.Key(DAY, "t1", "v");
        StopVisit visit = new StopVisit(0, "A", 1_773_144_000, 1_773_144_010, 28_800, 10, StopVisit.Quality.SEEN, -1);
        Assignment named = new Assignment(Assignment.How.INFERRED, 0.5f);
        done(months.make(RunStore.TABLE, YearMonth.from(DAY)));
        KeptRun run = new KeptRun(
                RunKey.of("waits", "unscheduled.vehicle-positions", key),
                new TripRun(key, "1", 0, "v1", 0, named, List.of(visit), Knots.NONE, 0));
        done(database.withTransaction(tx -> RunStore.put(tx, List.of(run))));

        // When its day's turn came
        await().atMost(PATIENCE)
                .until(() ->
                        is("SELECT claimed IS NOT NULL OR rolled = marked FROM route_day WHERE agreement = 'waits'"));

        // Then it is not taken for reckoned
        assertThat(is("SELECT rolled <> marked FROM route_day WHERE agreement = 'waits'"))
                .isTrue();
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
