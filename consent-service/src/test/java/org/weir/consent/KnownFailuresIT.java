package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

/** The failures that others had in production, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class KnownFailuresIT {
    private static final Duration SOON = Duration.ofSeconds(120);

    @Test
    @KnownFailure(
            value = "Data published under a rejected agreement",
            because = "Only ACTIVE lets anything flow. What was refused stays in the ledger as not-in-force.")
    void dataPublishedUnderARejectedAgreement() {
        try (TestFeed feed = new TestFeed("kf-rejected")) {
            // Given an agreement that was offered and that the recipient refused
            AgreementDocument agreement = Documents.buses("kf-rejected", feed.id());
            Desk agency = Desk.officerOfAgency("dana", "kf-rejected");
            agency.does("/agreements", agreement);
            agency.moves("kf-rejected", "offer");
            Desk.officerOfRecipient("rita", "city-planning")
                    .does("/agreements/kf-rejected/refuse", Map.of("reason", "we may not"));

            // When
            int[] sent = {0};
            await().atMost(SOON).untilAsserted(() -> {
                feed.positions(sent[0], sent[0] += 10);
                assertThat(withheld(feed, "not-in-force")).isPositive();
            });
            feed.positions(sent[0], sent[0] += 100);

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Api.ledger(feed.id()).<Integer>getList("balances.accepted").stream()
                                    .mapToInt(n -> n)
                                    .sum())
                            .isEqualTo(sent[0]));
            assertThat(withheld(feed, "not-in-force")).isGreaterThanOrEqualTo(100);
            assertThat(Api.ledger(feed.id()).<Integer>getList("balances.shared"))
                    .containsOnly(0);
            assertThat(shared(feed, agreement)).isZero();
        }
    }

    @Test
    @KnownFailure(
            value = "Ended agreements still forwarding",
            because = "The clock ends an agreement at its last second, each enforcer also by itself; the shared topic"
                    + " does not grow again.")
    void endedAgreementStillForwarding() {
        try (TestFeed feed = new TestFeed("kf-ended")) {
            // Given an agreement that ends by its date while records come
            Instant end = Api.soon();
            AgreementDocument agreement =
                    Documents.of("kf-ended", feed.id(), List.of("vehicle.id", "timestamp"), List.of(), null, end);
            Api.activated(agreement);
            feed.positions(0, 50);
            await().atMost(SOON).until(() -> shared(feed, agreement) == 50);

            // When its last second is over, and records keep coming
            await().atMost(SOON).until(() -> !Instant.now().isBefore(end));
            feed.positions(50, 150);

            // Then
            awaitWithheld(feed, "agreement-expired", 100);
            assertThat(shared(feed, agreement)).isLessThanOrEqualTo(50);
        }
    }

    @Test
    @KnownFailure(
            value = "A refused record resent for ever, starving the rest",
            because =
                    "A record that errs goes to quarantine in the same transaction in which the offset moves past it.")
    void refusedRecordResentForEverStarvingTheRest() {
        try (TestFeed feed = new TestFeed("kf-poison")) {
            // Given
            AgreementDocument agreement = Documents.buses("kf-poison", feed.id());
            Api.activated(agreement);

            // When a record that can never be shared stands before good ones, in every partition
            for (int n = 0; n < 32; n++) {
                feed.send("bus-" + n, "{\"vehicle\":{\"id\":[]}}".getBytes(StandardCharsets.UTF_8), Positions.TIME);
            }
            feed.positions(0, 200);

            // Then each good one flows, each poisoned one is set aside once
            await().atMost(SOON).until(() -> shared(feed, agreement) == 200);
            await().atMost(SOON).untilAsserted(() -> assertThat(Api.ledger(feed.id())
                            .<Map<String, Object>>get("balances.find { it.agreement == 'kf-poison' }"))
                    .containsEntry("accepted", 232)
                    .containsEntry("shared", 200)
                    .containsEntry("quarantined", 32)
                    .containsEntry("balanced", true));
            assertThat(TestFeed.read(Topics.quarantine(feed.id()))).hasSize(32);
        }
    }

    @Test
    @KnownFailure(
            value = "Late corrections arriving after revocation",
            because = "Whether something may be disclosed is asked of the clock and the newest agreement, never of the"
                    + " time at which the event happened.")
    void lateCorrectionsArrivingAfterRevocation() {
        try (TestFeed feed = new TestFeed("kf-late")) {
            // Given an agreement that is revoked
            AgreementDocument agreement =
                    Documents.of("kf-late", feed.id(), List.of("vehicle.id", "timestamp"), List.of(), null, null);
            Api.activated(agreement);
            feed.positions(100, 150);
            await().atMost(SOON).until(() -> shared(feed, agreement) == 50);
            Api.revoked(agreement);

            // When corrections come whose events happened long before
            feed.positions(0, 40);

            // Then
            awaitWithheld(feed, "agreement-revoked", 40);
            assertThat(shared(feed, agreement)).isLessThanOrEqualTo(50);
        }
    }

    @Test
    @KnownFailure(
            value = "An unknown constraint dropped, so that its rule is always true",
            because = "Texts are read to the last term, by the API and by every enforcer: what is not known refuses the"
                    + " text and withholds the records.")
    void unknownConstraintDropped() throws ExecutionException, InterruptedException {
        try (TestFeed feed = new TestFeed("kf-unknown");
                KafkaProducer<String, byte[]> newer = new KafkaProducer<>(
                        KafkaSettings.at(TestStack.shared().bootstrapServers()).producer("newer-version"))) {
            // Given a text with a constraint that nobody here knows: the API refuses it …
            AgreementDocument agreement = Documents.buses("kf-unknown", feed.id());
            String constrained = Json.text(agreement).replace("\"purpose\"", "\"spatial\":\"downtown\",\"purpose\"");
            assertThat(Api.draft(constrained).jsonPath().getString("code")).isEqualTo("agreement-unreadable");

            // When a newer version of Weir publishes it to the enforcers all the same
            String record = Json.text(new AgreementRecord(
                            1, AgreementState.ACTIVE, agreement, Instant.parse("2026-01-01T00:00:00Z"), "newer"))
                    .replace("\"purpose\"", "\"spatial\":\"downtown\",\"purpose\"");
            newer.send(new ProducerRecord<>(
                            Topics.AGREEMENTS.pattern(), "kf-unknown", record.getBytes(StandardCharsets.UTF_8)))
                    .get();
            int[] sent = {0};

            // Then nothing flows, and the ledger says why
            await().atMost(SOON).untilAsserted(() -> {
                feed.positions(sent[0], sent[0] += 10);
                assertThat(Api.ledger(feed.id())
                                .<List<Map<String, Integer>>>get(
                                        "balances.findAll { it.agreement == 'kf-unknown' }.withheld"))
                        .anySatisfy(withheld ->
                                assertThat(withheld.get("unknown-term")).isPositive());
            });
            assertThat(shared(feed, agreement)).isZero();
        }
    }

    private static void awaitWithheld(TestFeed feed, String reason, int records) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(withheld(feed, reason)).isEqualTo(records));
    }

    private static int withheld(TestFeed feed, String reason) {
        return Api.ledger(feed.id()).<List<Map<String, Integer>>>get("balances.withheld").stream()
                .mapToInt(each -> each.getOrDefault(reason, 0))
                .sum();
    }

    /** How many records lie in the shared topic; an ended agreement's may have been destroyed by then. */
    private static int shared(TestFeed feed, AgreementDocument agreement) {
        return TestFeed.read(Topics.shared(agreement.assignee(), agreement.uid(), feed.id()))
                .size();
    }
}
