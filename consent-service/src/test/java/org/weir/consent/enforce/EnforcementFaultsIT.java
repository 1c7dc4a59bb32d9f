package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.REVOKED;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;
import org.weir.schemas.topic.Topics;

class EnforcementFaultsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static Rig rig;

    @BeforeAll
    static void begin() {
        rig = new Rig();
    }

    @AfterEach
    void forgetTheStall() {
        rig.stall = Duration.ofHours(1);
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void sharesOnce_whenTwoEnforcersShareAFeedsPartitions_alsoOfAFeedThatComesLater() {
        // Given
        FeedId feed = rig.feed("two-enforcers");
        AgreementDocument agreement = Documents.buses("two-enforcers", feed);
        rig.agree(agreement, ACTIVE);
        try (EnforcementWorker one = rig.worker("one");
                EnforcementWorker two = rig.worker("two")) {
            // When
            await().atMost(SOON).until(() -> {
                rig.publish(feed, 200);
                return rig.ledger(agreement).stream()
                        .map(LedgerEntry::enforcer)
                        .collect(Collectors.toSet())
                        .containsAll(java.util.Set.of("one", "two"));
            });
            FeedId later = rig.feed("two-enforcers-later");
            AgreementDocument laterAgreement = Documents.buses("two-enforcers-later", later);
            rig.agree(laterAgreement, ACTIVE);
            rig.publish(later, 300);

            // Then
            await().atMost(SOON).until(() -> rig.accepted(agreement) >= rig.published(feed));
            await().atMost(SOON).until(() -> rig.accepted(laterAgreement) >= 300);
            rig.assertNothingLostAndNothingTwice(agreement);
            rig.assertNothingLostAndNothingTwice(laterAgreement);
            assertThat(rig.shared(laterAgreement)).hasSize(300);
            assertThat(one.isWorking() && two.isWorking()).isTrue();
        }
    }

    @Test
    void sharesNothing_whenAPausedEnforcerWakesAfterTheEnd() {
        // Given an enforcer that stands still between its last check and its commit, for longer than its lease
        FeedId feed = rig.feed("paused");
        AgreementDocument agreement = Documents.buses("paused", feed);
        rig.agree(agreement, ACTIVE);
        PausingClients clients = new PausingClients(rig.kafka);
        try (EnforcementWorker paused = rig.worker("paused", clients)) {
            rig.publish(feed, 100);
            await().atMost(SOON).until(clients::isPaused);

            // When the agreement ends, and the silent enforcer is locked out as a revocation does
            rig.agree(agreement, REVOKED);
            rig.topics.fence("paused");
            Map<Integer, Long> promised = rig.topics.endOffsets(Rig.shared(agreement, feed));
            clients.wake();

            // Then it begins anew by the plans of now: everything is withheld
            await().atMost(SOON).until(() -> rig.accepted(agreement) >= 100);
            assertThat(rig.shared(agreement)).isEmpty();
            assertThat(rig.topics.endOffsets(Rig.shared(agreement, feed))).isEqualTo(promised);
            assertThat(withheld(agreement)).isEqualTo(Map.of(ReasonCode.AGREEMENT_REVOKED, 100L));
            assertThat(paused.isWorking()).isTrue();
        }
    }

    @Test
    void withholdsLateCorrections_afterTheEnd() {
        FeedId feed = rig.feed("late");
        AgreementDocument agreement = Documents.buses("late", feed);
        rig.agree(agreement, ACTIVE);
        try (EnforcementWorker worker = rig.worker("late")) {
            rig.publish(feed, 50);
            await().atMost(SOON).until(() -> rig.shared(agreement).size() == 50);
            long end = rig.agree(agreement, REVOKED);
            await().atMost(SOON).until(() -> rig.reported("late") >= end);

            // When a correction comes of a time when the agreement was in force
            rig.publish(feed, "bus-1", Positions.of("bus-1", 1), (Positions.TIME + 1) * 1000);

            // Then it is decided by the agreement of now
            await().atMost(SOON).until(() -> rig.accepted(agreement) == 51);
            assertThat(rig.shared(agreement)).hasSize(50);
            assertThat(withheld(agreement)).isEqualTo(Map.of(ReasonCode.AGREEMENT_REVOKED, 1L));
            assertThat(rig.ledger(agreement)).last().matches(e -> e.epoch() >= end);
            assertThat(worker.isWorking()).isTrue();
        }
    }

    @Test
    void withholds_whileTheKeyIsMissing_andLetsOtherAgreementsBe() {
        FeedId feed = rig.feed("keyless");
        AgreementDocument keyless = Documents.buses("keyless", feed);
        AgreementDocument other = Documents.buses("with-key", feed);
        rig.missingKeys.add("keyless");
        rig.agree(keyless, ACTIVE);
        rig.agree(other, ACTIVE);
        try (EnforcementWorker worker = rig.worker("keyless")) {
            rig.publish(feed, 80);
            await().atMost(SOON).until(() -> rig.accepted(keyless) == 80 && rig.accepted(other) == 80);
            assertThat(withheld(keyless)).isEqualTo(Map.of(ReasonCode.KEY_MISSING, 80L));
            await().atMost(SOON).until(() -> rig.shared(other).size() == 80);

            // When it is restored, and nothing else changes
            rig.missingKeys.remove("keyless");

            // Then records flow, without a restart
            await().atMost(SOON).until(() -> {
                rig.publish(feed, 10);
                return !rig.shared(keyless).isEmpty();
            });
            assertThat(worker.isWorking()).isTrue();
        }
    }

    @Test
    void setsARecordAside_thatTheBrokerRefuses_andGoesOnWithTheRest() {
        // Given a shared topic that takes no record of long ago, and one such record among others
        FeedId feed = rig.feed("refused");
        AgreementDocument agreement = Documents.buses("refused", feed);
        rig.agree(agreement, ACTIVE);
        String tenYears = Long.toString(Duration.ofDays(3650).toMillis());
        rig.topics.create(Rig.shared(agreement, feed), 8, Map.of("message.timestamp.before.max.ms", tenYears));
        rig.publish(feed, 30);
        rig.publish(feed, "bus-7", Positions.of("bus-7", 7), 1);
        rig.publish(feed, 30);

        // When
        try (EnforcementWorker worker = rig.worker("refused")) {
            // Then
            await().atMost(SOON).until(() -> rig.accepted(agreement) == 61);
            // A commit becomes visible partition by partition.
            await().atMost(SOON).until(() -> rig.shared(agreement).size() == 60);
            assertThat(rig.read(Topics.quarantine(feed))).hasSize(1);
            rig.assertNothingLostAndNothingTwice(agreement);
            assertThat(worker.isWorking()).isTrue();
        }
    }

    @Test
    void rests_whenCheckpointsStall_andGoesOnWithTheNext() {
        rig.stall = Duration.ofMillis(500);
        FeedId feed = rig.feed("stalled");
        AgreementDocument agreement = Documents.buses("stalled", feed);
        rig.agree(agreement, ACTIVE);
        try (EnforcementWorker worker = rig.worker("stalled");
                KafkaProducer<String, byte[]> ledger = new KafkaProducer<>(rig.kafka.producer("checkpoints"))) {
            // Given one batch that no checkpoint covers
            rig.publish(feed, 20);
            await().atMost(SOON).until(() -> rig.accepted(agreement) == 20);
            await().atMost(SOON)
                    .until(() -> rig.meters.find("weir.enforcement.resting").tag("reason", "ledger").gauges().stream()
                            .anyMatch(gauge -> gauge.value() > 0));

            // When more comes
            rig.publish(feed, 20);
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> rig.accepted(agreement) == 20);

            // Then it waits for the checkpoint
            ledger.send(new ProducerRecord<>(
                    Topics.LEDGER_CHECKPOINTS.pattern(),
                    "hub",
                    Json.bytes(new Checkpoint("hub", 1, "", Long.MAX_VALUE / 2, Instant.EPOCH, ""))));
            ledger.flush();
            await().atMost(SOON).until(() -> rig.shared(agreement).size() == 40);
            assertThat(worker.isWorking()).isTrue();
        }
    }

    private static Map<ReasonCode, Long> withheld(AgreementDocument agreement) {
        return rig.ledger(agreement).stream()
                .flatMap(each -> each.withheld().entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.summingLong(Map.Entry::getValue)));
    }
}
