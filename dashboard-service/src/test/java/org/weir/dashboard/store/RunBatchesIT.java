package org.weir.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.DashboardStack;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.stream.Keys;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class RunBatchesIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** No partition of the topic. */
    private static final int PARTITION = 1_000;

    @Inject
    Pool database;

    @Inject
    Months months;

    @Inject
    RunStore runs;

    @Inject
    RunBatches batches;

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private Map<Integer, Long> put(long from, long to, KeptRun run) {
        return done(batches.put(List.of(new RunBatch(PARTITION, from, to, List.of(run)))));
    }

    @Test
    void leavesWhatIsNewer_whereAnInstanceWasHeldUpWithOlderRuns() {
        // Given a run of which another instance wrote a newer value
        done(months.make(RunStore.TABLE, YearMonth.from(DAY)));
        KeptRun older = StoreIT.run("held-up", "1", DAY, "v", 1_773_144_000);
        KeptRun newer = StoreIT.run("held-up", "1", DAY, "v", 1_773_144_100);
        assertThat(put(100, 120, newer)).isEmpty();

        // When the older one comes
        Map<Integer, Long> ahead = put(100, 110, older);

        // Then it is not written, and it is told how far the other was
        assertThat(ahead).containsExactly(Map.entry(PARTITION, 120L));
        assertThat(done(runs.of(StoreIT.day("held-up", "1")))).containsExactly(newer.run());

        // When the same comes twice, it is once
        assertThat(put(100, 120, newer)).isEmpty();
        // When it is known that the topic begins anew, unless somebody has written since
        done(batches.forget(Map.of(PARTITION, 115L)));
        assertThat(put(0, 10, older)).isNotEmpty();
        done(batches.forget(ahead));
        assertThat(put(0, 10, older)).isEmpty();
        assertThat(done(runs.of(StoreIT.day("held-up", "1")))).containsExactly(older.run());
    }

    @Test
    void writesWhatComes_whereTheTopicBeginsAnewAndItsOffsetsAreSmall() throws Exception {
        // Given that far more was written of each partition than there is
        done(database.query("INSERT INTO run_partition (partition, written_to)"
                        + " SELECT n, 1000000000 FROM generate_series(0, 63) n"
                        + " ON CONFLICT (partition) DO UPDATE SET written_to = EXCLUDED.written_to")
                .execute());

        // When a run comes
        KeptRun run = StoreIT.run("anew", "1", DAY, "v", 1_773_144_000);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", TestStack.shared().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.TRIP_RUNS.pattern(),
                            Keys.write(run.key()).getBytes(StandardCharsets.UTF_8),
                            TripRunCodec.write(run.run())))
                    .get();
        }

        // Then it is written, for the broker gives the partitions to nobody else
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(done(runs.of(StoreIT.day("anew", "1"))))
                .containsExactly(run.run()));
    }
}
