package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class UnreadableAgreementsIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void withholdsEverything_underAnAgreementThatANewerVersionWrote() throws Exception {
        withholds("newer-version", agreement -> Json.text(Map.of(
                        "epoch",
                        1,
                        "state",
                        "ACTIVE",
                        "keyEpoch",
                        1,
                        "document",
                        Json.STRICT.convertValue(agreement, Map.class),
                        "changedAt",
                        "2026-01-01T00:00:00Z",
                        "changedBy",
                        "dana"))
                .replace("\"purpose\"", "\"spatial\":\"downtown\",\"purpose\""));
    }

    @Test
    void withholdsEverything_underAnAgreementThatIsGarbage() throws Exception {
        withholds("garbage", agreement -> "{\"epo");
    }

    private static void withholds(String name, java.util.function.Function<AgreementDocument, String> damaged)
            throws ExecutionException, InterruptedException {
        try (TestFeed feed = new TestFeed(name);
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        KafkaSettings.at(TestStack.shared().bootstrapServers()).producer("damage"))) {
            // Given an agreement under which records flow
            AgreementDocument agreement = Documents.buses(name, feed.id());
            Api.activated(agreement);
            feed.positions(0, 50);
            await().atMost(SOON)
                    .until(() -> TestFeed.read(Topics.shared(agreement.assignee(), agreement.uid(), feed.id()))
                                    .size()
                            == 50);

            // When its record is replaced by one that cannot be read
            producer.send(new ProducerRecord<>(
                            Topics.AGREEMENTS.pattern(),
                            name,
                            damaged.apply(agreement).getBytes(StandardCharsets.UTF_8)))
                    .get();

            // Then nothing flows any more, and the ledger says why
            int[] sent = {50};
            await().atMost(SOON).untilAsserted(() -> {
                feed.positions(sent[0], sent[0] += 10);
                assertThat(Api.ledger(feed.id()).<Integer>get("balances[0].withheld['unknown-term']"))
                        .isPositive();
            });
            int shared = TestFeed.read(Topics.shared(agreement.assignee(), agreement.uid(), feed.id()))
                    .size();
            int before = sent[0];
            feed.positions(before, before + 200);
            await().atMost(SOON).until(() -> Api.ledger(feed.id()).getInt("balances[0].accepted") == before + 200);
            assertThat(TestFeed.read(Topics.shared(agreement.assignee(), agreement.uid(), feed.id())))
                    .hasSize(shared);
            assertThat(Api.ledger(feed.id()).getBoolean("balances[0].balanced")).isTrue();
        }
    }
}
