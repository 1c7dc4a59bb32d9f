package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.weir.consent.Api;
import org.weir.consent.Documents;
import org.weir.consent.Positions;
import org.weir.consent.TestFeed;
import org.weir.consent.TestStackResource;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class RestartIT {
    @Inject
    Enforcer enforcer;

    @Test
    void sharesEachRecordOnce_whileEnforcersStopCrashAndStart() throws Exception {
        try (TestFeed feed = new TestFeed("restarted")) {
            // Given records all the while
            AgreementDocument agreement = Documents.buses("restarted", feed.id());
            Api.activated(agreement);
            AtomicBoolean stop = new AtomicBoolean();
            AtomicInteger sent = new AtomicInteger();
            Thread load = new Thread(() -> {
                while (!stop.get()) {
                    feed.positions(sent.get(), sent.addAndGet(100));
                }
            });
            load.start();

            // When
            for (int n = 0; n < 4; n++) {
                int seen = sent.get();
                await().atMost(Duration.ofSeconds(20)).until(() -> sent.get() > seen + 1_000);
                enforcer.stop(n % 2 == 0);
                enforcer.start();
            }
            stop.set(true);
            load.join();

            // Then
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(TestFeed.read(topic)).hasSizeGreaterThanOrEqualTo(sent.get()));
            List<ConsumerRecord<byte[], byte[]>> shared = TestFeed.read(topic);
            assertThat(shared.stream()
                            .map(each -> Positions.text(
                                    each.headers().lastHeader("ce_id").value()))
                            .distinct())
                    .hasSize(shared.size());
            assertThat(shared).hasSize(sent.get());
            assertThat(Json.STRICT
                            .readTree(shared.get(0).value())
                            .path("vehicle")
                            .path("id")
                            .asText())
                    .hasSize(22);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Api.ledger(feed.id()).getInt("balances[0].shared"))
                            .isEqualTo(sent.get()));
        }
    }
}
