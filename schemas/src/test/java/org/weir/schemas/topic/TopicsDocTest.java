package org.weir.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weir.schemas.WrittenDocument;

class TopicsDocTest {
    @Test
    void writes_everyTopicIntoItsPage() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                # Topics

                Every topic of Weir, in the order in which a record flows. Written by a test from `Topics`; do not edit.

                Values are UTF-8 JSON where nothing else is said; CloudEvents attributes travel as Kafka headers (`ce_*`). A record's timestamp is
                its event time. Topics of a feed that replays the past are kept by size, not by time.

                | topic | key | value | partitions | kept | written by | read by |
                |---|---|---|---|---|---|---|
                """);
        for (TopicDeclaration topic : Topics.ALL) {
            page.append("| `%s` | %s | %s | %d | %s | %s | %s |\n"
                    .formatted(
                            topic.pattern(),
                            topic.key(),
                            topic.value(),
                            topic.partitions(),
                            kept(topic),
                            titles(topic.writers()),
                            titles(topic.readers())));
        }
        new WrittenDocument(Path.of("TOPICS.md")).mustBe(page.toString());
    }

    @Test
    void describes_everyTopicInAsyncApi_andNoOther() throws IOException {
        JsonNode api = new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        assertThat(api.path("asyncapi").asText()).isEqualTo("3.0.0");
        List<String> addresses = new ArrayList<>();
        for (JsonNode channel : api.path("channels")) {
            String address = channel.path("address").asText().replace('{', '<').replace('}', '>');
            addresses.add(address);
            TopicDeclaration topic = Topics.ALL.stream()
                    .filter(t -> t.pattern().equals(address))
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError("asyncapi.yaml describes a topic that is not declared: " + address));
            JsonNode kafka = channel.path("bindings").path("kafka");
            assertThat(kafka.path("partitions").asInt()).as(address).isEqualTo(topic.partitions());
            List<String> policies = new ArrayList<>();
            kafka.path("topicConfiguration").path("cleanup.policy").forEach(each -> policies.add(each.asText()));
            assertThat(String.join(",", policies))
                    .as(address)
                    .isEqualTo(topic.cleanup().policy());
            for (JsonNode message : channel.path("messages")) {
                assertThat(api.at(message.path("$ref").asText().substring(1)).isMissingNode())
                        .as("%s points at a message that is described", address)
                        .isFalse();
            }
        }
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(TopicDeclaration::pattern).toList());
    }

    private static String kept(TopicDeclaration topic) {
        return switch (topic.cleanup()) {
            case COMPACT -> "newest of each key";
            case TIME -> topic.retention().toDays() + " days";
            case COMPACT_FOR_A_TIME ->
                "newest of each key, " + topic.retention().toDays() + " days after it was written";
        };
    }

    private static String titles(List<Party> parties) {
        return parties.stream().map(Party::title).collect(Collectors.joining(", "));
    }
}
