package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Delivery;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.Json;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Whoever carries an agreement out: some line of the ledger accounts for each record. */
class NothingLeftOutTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final CompiledPlan HELD = held("held", AgreementState.ACTIVE);

    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private int asked;

    @Test
    void countsUnderNoAgreement_untilTheWorkerOfTheOnlyOneHasBegun() {
        // Given a feed whose only agreement holds records back
        BatchEnforcement main = main(HELD);

        // When its worker has not begun yet
        main.take(FEED, List.of(record(0), record(1)), NOW);

        // Then
        LedgerEntry entry = main.takeTallies().iterator().next().entry("main", 1, NOW);
        assertThat(entry.agreement()).isNull();
        assertThat(entry.withheld()).isEqualTo(Map.of(ReasonCode.NO_AGREEMENT, 2L));

        // When it has
        committed.put(new TopicPartition("raw." + FEED, RawRecords.PARTITION), 1L);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        main.take(FEED, List.of(record(2)), NOW);

        // Then it accounts for them
        assertThat(main.takeTallies()).isEmpty();
    }

    @Test
    void asksNowAndThen_andNotAgainWhereItHasBegun() {
        BatchEnforcement main = main(HELD);
        for (int n = 0; n < 10; n++) {
            main.take(FEED, List.of(record(n)), NOW);
        }
        assertThat(asked).isEqualTo(1);

        committed.put(new TopicPartition("raw." + FEED, RawRecords.PARTITION), 1L);
        for (int n = 10; n < 20; n++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            main.take(FEED, List.of(record(n)), NOW);
        }
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void countsUnderNoAgreement_whereTheBrokerDoesNotSay() {
        DelayedBeginnings unanswered = new DelayedBeginnings(
                group -> {
                    throw new Refusal(ErrorCode.UNAVAILABLE, "The broker does not answer.");
                },
                nanos::get);

        assertThat(new EveryFeed(unanswered).uncovered(RawRecords.PARTITION, new CompiledPlan[] {HELD}))
                .isTrue();
    }

    @Test
    void leavesToOthers_whatTheWorkerOfOneAgreementDoesNotCarryOut() {
        BatchEnforcement worker = new BatchEnforcement(
                Plans.of(1, List.of()), new Nowhere(), new DelayedAgreement(HELD.agreement(), Map::of));

        worker.take(FEED, List.of(record(0)), NOW);

        assertThat(worker.takeTallies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"ACTIVE", "SUSPENDED"})
    void countsUnderNoAgreement_whatTheOnlyOneIsNotInForceFor_whateverItsWorkerHasDone(AgreementState state) {
        // Given a worker that has begun
        committed.put(new TopicPartition("raw." + FEED, RawRecords.PARTITION), 1L);
        BatchEnforcement main = main(held("held", state));

        // When
        main.take(FEED, List.of(record(0), record(1)), NOW);

        // Then it may end without leaving anything out
        assertThat(main.takeTallies()).hasSize(1);
        assertThat(asked).isZero();
    }

    private BatchEnforcement main(CompiledPlan plan) {
        DelayedBeginnings beginnings = new DelayedBeginnings(
                group -> {
                    asked++;
                    assertThat(group).isEqualTo(WorkerSettings.delayed(plan.agreement()));
                    return committed;
                },
                nanos::get);
        return new BatchEnforcement(Plans.of(1, List.of(plan)), new Nowhere(), new EveryFeed(beginnings));
    }

    static CompiledPlan held(String id, AgreementState state) {
        AgreementRecord record = new AgreementRecord(
                1, state, Documents.of(id, FEED, List.of("vehicle.id"), List.of(), null, null), NOW, "test");
        Shape shape = Shape.of(List.of("vehicle.id"), Map.of(), "vehicle.id");
        Delivery delivery = new Delivery(Duration.ofHours(1), null);
        return new CompiledPlan(FEED, record.document().uid(), 1, record, shape, null, delivery, null);
    }

    private static ConsumerRecord<byte[], byte[]> record(int n) {
        try {
            return RawRecords.of(FEED, n, Json.STRICT.readTree(Positions.of("bus-" + n, n)));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Nowhere implements Outlet {
        @Override
        public int partitions(CompiledPlan plan) {
            return 1;
        }

        @Override
        public void share(ProducerRecord<byte[], byte[]> record) {
            throw new AssertionError("Nothing flows at once.");
        }

        @Override
        public boolean refuses(ProducerRecord<byte[], byte[]> record) {
            return false;
        }

        @Override
        public void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
            throw new AssertionError(why);
        }
    }
}
