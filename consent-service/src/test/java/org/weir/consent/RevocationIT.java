package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.ledger.EnforcementStatus;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class RevocationIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int REVOCATIONS = 10;

    @Test
    void sharesNotOneRecordMore_afterTheReceipt_underLoad() throws InterruptedException {
        try (TestFeed feed = new TestFeed("revoked-under-load");
                TopicKeeper topics =
                        new TopicKeeper(KafkaSettings.at(TestStack.shared().bootstrapServers()), (short) 1)) {
            // Given a feed under load all the while
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger sent = new AtomicInteger();
            Thread load = new Thread(() -> {
                while (!stop.get()) {
                    feed.positions(sent.get(), sent.addAndGet(500));
                }
            });
            load.start();
            long after = 0;
            long shared = 0;
            for (int n = 0; n < REVOCATIONS; n++) {
                AgreementDocument agreement = Documents.buses("revoked-under-load-" + n, feed.id());
                String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
                Api.activated(agreement);
                await().atMost(SOON)
                        .until(() -> topics.endOffsets(topic).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                > 500);

                // When
                JsonPath receipt = Api.revoked(agreement);

                // Then the receipt names the last offset of every partition, and it stays the last
                int seen = sent.get();
                await().atMost(SOON).until(() -> sent.get() > seen + 2_000);
                Map<String, Integer> promised = receipt.getMap("receipt.shared[0].endOffsets");
                assertThat(promised).hasSize(8);
                assertThat(receipt.getString("receipt.state")).isEqualTo("REVOKED");
                assertThat(receipt.getList("receipt.enforcers")).isNotEmpty();
                for (Map.Entry<Integer, Long> end : topics.endOffsets(topic).entrySet()) {
                    long last = promised.get(end.getKey().toString());
                    shared += last;
                    after += end.getValue() - last;
                }
            }
            stop.set(true);
            load.join();
            assertThat(shared).isGreaterThan(500L * REVOCATIONS / 2);
            assertThat(after).as("records shared after the receipt").isZero();

            // And every record is accounted for, under every one of the agreements
            await().atMost(SOON).untilAsserted(() -> {
                JsonPath ledger = Api.ledger(feed.id());
                assertThat(ledger.<Boolean>getList("balances.balanced")).doesNotContain(false);
                assertThat(
                                ledger.<Integer>get(
                                        "balances.find { it.agreement == 'revoked-under-load-0' }.withheld['agreement-revoked']"))
                        .isPositive();
            });
        }
    }

    @Test
    void givesTheSameReceipt_toWhoeverAsksAgain() {
        try (TestFeed feed = new TestFeed("revoked-twice")) {
            AgreementDocument agreement = Documents.buses("revoked-twice", feed.id());
            Api.activated(agreement);

            JsonPath first = Api.revoked(agreement);
            JsonPath second = Api.revoked(agreement);

            assertThat(second.<Map<String, Object>>get("$")).isEqualTo(first.<Map<String, Object>>get("$"));
            assertThat(Api.officer()
                            .get("/api/v1/agreements/revoked-twice")
                            .jsonPath()
                            .getList("history.state"))
                    .startsWith("DRAFT", "OFFERED", "AGREED", "VERIFIED", "FINALIZED", "ACTIVE", "REVOKED");
        }
    }

    @Test
    void locksOut_anEnforcerThatIsSilent_beforeItGivesTheReceipt() throws Exception {
        try (TestFeed feed = new TestFeed("silent-enforcer")) {
            // Given an enforcer that has a record in an open transaction and then falls silent
            AgreementDocument agreement = Documents.buses("silent-enforcer", feed.id());
            Api.activated(agreement);
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            KafkaSettings kafka = KafkaSettings.at(TestStack.shared().bootstrapServers());
            Map<String, Object> settings = kafka.producer("silent");
            settings.put("transactional.id", "consent-enforcement-silent-1");
            try (KafkaProducer<String, byte[]> silent = new KafkaProducer<>(settings)) {
                silent.initTransactions();
                silent.beginTransaction();
                silent.send(new ProducerRecord<>(
                        Topics.ENFORCEMENT_STATUS.pattern(),
                        "consent-enforcement-silent-1",
                        Json.bytes(new EnforcementStatus("consent-enforcement-silent-1", 0, false, Instant.now()))));
                silent.commitTransaction();
                silent.beginTransaction();
                silent.send(new ProducerRecord<>(topic, "bus-1", "{\"too\":\"late\"}".getBytes()))
                        .get();

                // When
                JsonPath receipt = Api.revoked(agreement);

                // Then
                assertThat(receipt.getList("receipt.fenced")).contains("consent-enforcement-silent-1");
                org.assertj.core.api.Assertions.assertThatThrownBy(silent::commitTransaction)
                        .isInstanceOf(org.apache.kafka.common.KafkaException.class);
                assertThat(TestFeed.read(topic)).isEmpty();
            }
        }
    }

    @Test
    void endsAnAgreement_atItsSecond() {
        try (TestFeed feed = new TestFeed("expires-soon")) {
            Instant end = Api.soon();
            AgreementDocument agreement =
                    Documents.of("expires-soon", feed.id(), Documents.FIELDS, List.of(), null, end);
            Api.activated(agreement);

            await().atMost(SOON).until(() -> Api.officer()
                    .get("/api/v1/agreements/expires-soon")
                    .jsonPath()
                    .getList("history.state")
                    .contains("EXPIRED"));
            assertThat(Instant.now()).isAfterOrEqualTo(end).isBefore(end.plusSeconds(10));
            feed.positions(0, 100);
            await().atMost(SOON).untilAsserted(() -> assertThat(Api.ledger(feed.id())
                            .<Map<String, Integer>>get("balances.find { it.agreement == 'expires-soon' }.withheld"))
                    .isEqualTo(Map.of("agreement-expired", 100)));
        }
    }
}
