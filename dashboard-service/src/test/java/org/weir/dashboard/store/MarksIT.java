package org.weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.dashboard.DashboardStack;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class MarksIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool database;

    @Inject
    Months months;

    @Inject
    RollupStore rollups;

    @Inject
    EvidenceStore evidence;

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private static long number(SqlClient at, String sql) {
        return done(at.query(sql).execute()).iterator().next().getLong(0);
    }

    private Uni<Void> run(String agreement, String vehicle) {
        KeptRun run = StoreIT.run(agreement, "1", DAY, vehicle, 1_773_144_000);
        return database.withTransaction(tx -> RunStore.put(tx, List.of(run)));
    }

    private RollupStore.Claim put(String agreement, String vehicle) {
        done(months.make(RunStore.TABLE, YearMonth.from(DAY)));
        done(run(agreement, vehicle));
        String mark = "SELECT max(marked) FROM route_day WHERE route = '1' AND agreement = '" + agreement + '\'';
        return new RollupStore.Claim(StoreIT.day(agreement, "1"), number(database, mark), false);
    }

    /** What marks a row of a table. */
    private Uni<Void> work(String table, String agreement) {
        RollupStore.Claim claim = put(agreement, "v2");
        return switch (table) {
            case "route_day" -> run(agreement, "v3");
            case "evidence_month" -> {
                done(rollups.replace(claim, StoreIT.reckoned(60, 2)));
                long mark = number(database, "SELECT marked FROM evidence_date WHERE agreement = '" + agreement + '\'');
                yield evidence.replace(new EvidenceStore.Claim(FeedDate.of(claim.of()), mark), List.of(), "ground");
            }
            default -> rollups.replace(claim, StoreIT.reckoned(60, 2));
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"route_day", "route_month", "evidence_date", "evidence_month"})
    void drawsAMark_thatIsNewerThanOneMadeWhileItWaited(String table) {
        // Given a day whose rows are all there, and somebody who holds one of them
        String agreement = "held-" + table;
        done(rollups.replace(put(agreement, "v1"), StoreIT.reckoned(60, 1)));
        done(work("evidence_month", agreement));
        String row = table + " r WHERE agreement = '" + agreement + '\'';
        Uni<Void> work = work(table, agreement);
        SqlConnection other = done(database.getConnection());
        Transaction transaction = done(other.begin());
        done(other.query("SELECT 1 FROM " + row + " FOR UPDATE").execute());

        // When another one waits to mark it, and the first one does so meanwhile
        long holder = number(other, "SELECT pg_backend_pid()");
        CompletableFuture<Void> waits = work.subscribeAsCompletionStage();
        await().atMost(PATIENCE)
                .until(() -> number(
                                database,
                                "SELECT count(*) FROM pg_stat_activity WHERE " + holder
                                        + " = ANY(pg_blocking_pids(pid))")
                        > 0);
        done(other.query("UPDATE " + table + " SET marked = nextval('rollup_mark') WHERE agreement = '" + agreement
                        + '\'')
                .execute());
        long meanwhile = number(other, "SELECT max(marked) FROM " + row);
        done(transaction.commit());
        done(other.close());
        done(Uni.createFrom().completionStage(waits));

        // Then
        assertThat(number(database, "SELECT max(marked) FROM " + row)).isGreaterThan(meanwhile);
    }
}
