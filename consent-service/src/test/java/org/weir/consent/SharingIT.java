package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class SharingIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void shares_exactlyTheAllowedFields_underAPseudonym_inItsOwnEnvelope() throws IOException {
        try (TestFeed feed = new TestFeed("exact-fields")) {
            // Given
            AgreementDocument agreement = Documents.buses("exact-fields-plan", feed.id());
            JsonPath answer = Api.activated(agreement);
            assertThat(answer.getString("state")).isEqualTo("ACTIVE");
            assertThat(answer.getList("receipts[-1].receipt.enforcers")).hasSize(1);

            // When
            feed.positions(0, 200);

            // Then
            String topic = Topics.shared(agreement.assignee(), agreement.uid(), feed.id());
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() >= 200);
            List<ConsumerRecord<byte[], byte[]>> shared = TestFeed.read(topic);
            assertThat(shared).hasSize(200);
            for (ConsumerRecord<byte[], byte[]> each : shared) {
                JsonNode json = Json.STRICT.readTree(each.value());
                assertThat(paths(json)).containsExactlyInAnyOrderElementsOf(Documents.FIELDS);
                assertThat(json.path("vehicle").path("id").asText())
                        // No raw id is as long as a pseudonym, whose letters may by chance spell anything.
                        .hasSize(22)
                        .isEqualTo(Positions.text(each.key()));
                assertThat(each.timestamp() / 1000)
                        .isEqualTo(json.path("timestamp").asLong());
                for (Header header : each.headers()) {
                    if (!header.key().equals("ce_subject")) {
                        assertThat(Positions.text(header.value())).doesNotContain("bus-", "secret", "leak", "raw");
                    }
                }
                assertThat(header(each, "ce_source")).isEqualTo("/agreements/exact-fields-plan");
                assertThat(header(each, "ce_weiragreement")).matches("exact-fields-plan;v=1;epoch=[1-9][0-9]*");
                assertThat(header(each, "ce_subject")).isEqualTo(Positions.text(each.key()));
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(
                            Api.ledger(feed.id()).getMap("balances.find { it.agreement == 'exact-fields-plan' }"))
                    .containsEntry("accepted", 200)
                    .containsEntry("shared", 200)
                    .containsEntry("balanced", true)
                    .containsEntry("recipient", "city-planning"));
        }
    }

    @Test
    void denies_byDefault_andSaysSo() {
        try (TestFeed feed = new TestFeed("no-agreement")) {
            // Given a draft, which is no agreement yet
            AgreementDocument draft = Documents.buses("only-a-draft", feed.id());
            Api.draft(Json.text(draft)).then().statusCode(201);

            // When
            feed.positions(0, 100);

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Api.ledger(feed.id()).<Integer>getList("balances.accepted"))
                            .containsExactly(100));
            JsonPath ledger = Api.ledger(feed.id());
            assertThat(ledger.getString("balances[0].agreement")).isNull();
            assertThat(ledger.<Map<String, Integer>>get("balances[0].withheld")).isEqualTo(Map.of("no-agreement", 100));
            assertThat(TestFeed.read(Topics.shared(draft.assignee(), draft.uid(), feed.id())))
                    .isEmpty();
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : Positions.text(header.value());
    }

    static TreeSet<String> paths(JsonNode json) {
        TreeSet<String> paths = new TreeSet<>();
        json.fields().forEachRemaining(field -> {
            if (field.getValue().isObject()) {
                paths(field.getValue()).forEach(path -> paths.add(field.getKey() + '.' + path));
            } else {
                paths.add(field.getKey());
            }
        });
        return paths;
    }
}
