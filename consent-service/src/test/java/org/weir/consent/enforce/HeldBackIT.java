package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.CLOSED;
import static org.weir.schemas.agreement.AgreementState.DESTRUCTION_DUE;
import static org.weir.schemas.agreement.AgreementState.REQUESTED;
import static org.weir.schemas.agreement.AgreementState.REVOKED;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;

/** Records that are held back, and records that are capped, over restarts and ends. */
class HeldBackIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration DELAY = Duration.ofHours(1);
    private static Rig rig;

    /** The time of decisions; the records' event times begin at {@link Positions#TIME}, a second each. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    private final ScenarioClock clock = new ScenarioClock(now);

    @BeforeAll
    static void begin() {
        rig = new Rig();
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void releasesEachRecord_atItsEventTimeAndTheDelay_neverEarlier_overARestart() {
        // Given sixty records, the first thirty of which are due
        FeedId feed = rig.feed("held-back");
        AgreementDocument agreement = delayed("held-back", feed);
        rig.agree(agreement, ACTIVE);
        rig.publish(feed, 60);
        now.set(Instant.ofEpochSecond(Positions.TIME + 29).plus(DELAY));
        DelayedWorkers first = rig.delayed("held", clock);
        await().atMost(SOON).until(() -> rig.shared(agreement).size() > 0);

        // When it is killed while the others wait, and time goes on
        assertReleased(agreement, 29);
        first.stop(false);
        now.set(Instant.ofEpochSecond(Positions.TIME + 44).plus(DELAY));
        DelayedWorkers second = rig.delayed("held", clock);
        await().atMost(SOON).until(() -> rig.shared(agreement).size() > 30);

        // Then
        assertReleased(agreement, 44);
        now.set(Instant.ofEpochSecond(Positions.TIME + 59).plus(DELAY));
        await().atMost(SOON).until(() -> rig.shared(agreement).size() == 60);
        rig.assertNothingLostAndNothingTwice(agreement);
        second.stop(true);
    }

    @Test
    void withholdsAtOnce_whatWaits_whenTheAgreementEnds() {
        // Given ten records released and thirty that wait
        FeedId feed = rig.feed("held-then-revoked");
        AgreementDocument agreement = delayed("held-then-revoked", feed);
        rig.agree(agreement, ACTIVE);
        rig.publish(feed, 40);
        now.set(Instant.ofEpochSecond(Positions.TIME + 39).plus(DELAY).minusSeconds(1000));
        DelayedWorkers workers = rig.delayed("held-then-revoked", clock);
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> rig.accepted(agreement) == 0);

        // When
        rig.agree(agreement, REVOKED);

        // Then nothing waits any more, and nothing is released when its time comes
        await().atMost(SOON).until(() -> rig.accepted(agreement) == 40);
        now.set(Instant.ofEpochSecond(Positions.TIME + 100).plus(DELAY));
        assertThat(rig.shared(agreement)).isEmpty();
        assertThat(withheld(agreement)).isEqualTo(Map.of(ReasonCode.AGREEMENT_REVOKED, 40L));
        rig.assertNothingLostAndNothingTwice(agreement);
        workers.stop(true);
    }

    @Test
    void leavesNoRecordOut_betweenTheOthersWorkerAndItsOwn_norWhenItIsClosed() {
        // Given a feed without an agreement, whose records a worker counts
        FeedId feed = rig.feed("handed-over");
        AgreementDocument agreement = delayed("handed-over", feed);
        now.set(Instant.ofEpochSecond(Positions.TIME).plus(Duration.ofDays(9)));
        try (EnforcementWorker main = rig.worker("handed-over-main")) {
            rig.publish(feed, 200);
            await().atMost(SOON).untilAsserted(() -> assertEachIsAccountedFor(feed));

            // When one with a delay comes into force and its own worker begins, while records come
            rig.agree(agreement, ACTIVE);
            rig.publish(feed, 100);
            DelayedWorkers workers = rig.delayed("handed-over", clock);
            await().atMost(SOON).until(() -> {
                rig.publish(feed, 20);
                return rig.accepted(agreement) > 0;
            });
            rig.publish(feed, 200);

            // Then some line accounts for each
            await().atMost(SOON).untilAsserted(() -> assertEachIsAccountedFor(feed));
            assertThat(main.isWorking()).isTrue();

            // And when it is closed
            rig.agree(agreement, CLOSED);
            rig.publish(feed, 100);
            await().atMost(SOON).untilAsserted(() -> assertEachIsAccountedFor(feed));
            workers.stop(true);
        }
    }

    @Test
    void keepsNoWorker_beforeTheAgreementIsInForce_norWhenItHasEndedAndNothingIsHeld() {
        // Given an agreement that is talked about
        FeedId feed = rig.feed("held-for-a-while");
        AgreementDocument agreement = delayed("held-for-a-while", feed);
        rig.agree(agreement, REQUESTED);
        now.set(Instant.ofEpochSecond(Positions.TIME));
        DelayedWorkers workers = rig.delayed("held-for-a-while", clock);
        try (EnforcementWorker main = rig.worker("held-for-a-while-main")) {
            rig.publish(feed, 100);
            await().atMost(SOON).untilAsserted(() -> assertEachIsAccountedFor(feed));
            assertThat(workers.working()).doesNotContain(agreement.uid());

            // When it comes into force and holds records back, and ends
            rig.agree(agreement, ACTIVE);
            String group = WorkerSettings.delayed(agreement.uid());
            await().atMost(SOON).until(() -> !rig.topics.committed(group).isEmpty());
            rig.publish(feed, 100);
            rig.agree(agreement, REVOKED);
            await().atMost(SOON).until(() -> rig.accepted(agreement) == 100);
            assertThat(workers.working()).contains(agreement.uid());

            // Then its worker ends once the receipt is there, and leaves nothing out
            rig.agree(agreement, DESTRUCTION_DUE);
            await().atMost(SOON).until(() -> !workers.working().contains(agreement.uid()));
            await().atMost(SOON).until(() -> rig.topics.committed(group).isEmpty());
            rig.publish(feed, 100);
            await().atMost(SOON).untilAsserted(() -> assertEachIsAccountedFor(feed));
            assertThat(rig.shared(agreement)).isEmpty();
            assertThat(withheld(agreement)).containsOnlyKeys(ReasonCode.AGREEMENT_REVOKED);
            assertThat(main.isWorking()).isTrue();
            long accepted = rig.accepted(agreement);
            workers.stop(true);

            // And a restart does not begin it again
            DelayedWorkers again = rig.delayed("held-for-a-while", clock);
            rig.publish(feed, 100);
            await().during(Duration.ofSeconds(5)).atMost(SOON).until(() -> !again.working()
                    .contains(agreement.uid()));
            assertEachIsAccountedFor(feed);
            assertThat(rig.accepted(agreement)).isEqualTo(accepted);
            again.stop(true);
        }
    }

    @Test
    void sharesAsManyAsAgreed_andNotOneMore_overRestartsAndTwoWorkers() {
        // Given a cap of 100 in all
        FeedId feed = rig.feed("capped");
        AgreementDocument agreement = Documents.of(
                "capped",
                feed,
                Documents.FIELDS,
                List.of(new Obligation("limitUse", null, Map.of("records", "100", "per", "total"))),
                null,
                null);
        rig.agree(agreement, ACTIVE);

        // When far more come, to workers that come and go
        for (int n = 0; n < 3; n++) {
            try (EnforcementWorker one = rig.worker("capped-one");
                    EnforcementWorker two = rig.worker("capped-two")) {
                int sent = rig.publish(feed, 250);
                await().atMost(SOON).until(() -> rig.accepted(agreement) == sent);
                assertThat(one.isWorking() && two.isWorking()).isTrue();
            }
        }

        // Then
        rig.assertNothingLostAndNothingTwice(agreement);
        Map<Integer, Long> byPartition = rig.shared(agreement).stream()
                .collect(Collectors.groupingBy(ConsumerRecord::partition, Collectors.counting()));
        byPartition.forEach((partition, n) -> assertThat(n).isLessThanOrEqualTo(Quotas.share(100, partition, 8)));
        assertThat(rig.shared(agreement)).hasSize(100);
        assertThat(withheld(agreement)).isEqualTo(Map.of(ReasonCode.LIMIT_REACHED, 650L));
    }

    private static void assertReleased(AgreementDocument agreement, int lastDue) {
        await().during(Duration.ofMillis(500)).atMost(SOON).untilAsserted(() -> {
            List<ConsumerRecord<byte[], byte[]>> shared = rig.shared(agreement);
            assertThat(shared).allMatch(each -> each.timestamp() / 1000 <= Positions.TIME + lastDue);
            assertThat(shared).hasSize(lastDue + 1);
        });
    }

    /** From the first offset to the last, whichever line of the ledger does. */
    private static void assertEachIsAccountedFor(FeedId feed) {
        Set<String> missing = rig.read("raw." + feed).stream()
                .map(each -> each.partition() + "-" + each.offset())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isNotEmpty();
        for (ConsumerRecord<byte[], byte[]> each : rig.read("ledger")) {
            JsonNode entry = Rig.json(each);
            if (feed.value().equals(entry.path("feed").asText())) {
                for (JsonNode range : entry.path("offsets")) {
                    for (long offset = range.path("from").asLong();
                            offset < range.path("to").asLong();
                            offset++) {
                        missing.remove(range.path("partition").asInt() + "-" + offset);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static AgreementDocument delayed(String id, FeedId feed) {
        return Documents.of(
                id,
                feed,
                Documents.FIELDS,
                List.of(new Obligation("delay", null, Map.of("by", DELAY.toString()))),
                null,
                null);
    }

    private static Map<ReasonCode, Long> withheld(AgreementDocument agreement) {
        return rig.ledger(agreement).stream()
                .map(LedgerEntry::withheld)
                .flatMap(each -> each.entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
    }
}
