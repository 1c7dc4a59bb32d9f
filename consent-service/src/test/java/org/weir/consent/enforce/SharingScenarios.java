package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.Json;
import org.weir.consent.transform.Pseudonymise;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Runs every file of {@code scenarios}: what is agreed (given), what comes (when), what flows and what is counted
 * (then). The files are the specification; whoever can read an agreement can read them.
 */
class SharingScenarios {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios"))) {
            return files.sorted().toList().stream().map(SharingScenarios::scenario);
        }
    }

    private static DynamicTest scenario(Path file) {
        try {
            JsonNode scenario = YAML.readTree(file.toFile());
            return DynamicTest.dynamicTest(
                    scenario.path("title").asText(), file.toUri(), () -> new SharingScenarios().run(scenario));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private void run(JsonNode scenario) throws IOException {
        // Given
        List<CompiledPlan> plans = new ArrayList<>();
        for (JsonNode each : scenario.path("given").path("agreements")) {
            plan(each).ifPresent(plans::add);
        }
        Recorder recorder = new Recorder();
        BatchEnforcement enforcement = new BatchEnforcement(Plans.of(7, plans), recorder);

        // When
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (JsonNode each : scenario.path("when").path("records")) {
            byte[] value = each.isTextual()
                    ? each.asText().getBytes(StandardCharsets.UTF_8)
                    : Json.STRICT.writeValueAsBytes(each);
            records.add(new ConsumerRecord<>(
                    "raw." + FEED,
                    3,
                    records.size(),
                    1_760_000_000_000L,
                    org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                    7,
                    value.length,
                    "raw-key".getBytes(StandardCharsets.UTF_8),
                    value,
                    new org.apache.kafka.common.header.internals.RecordHeaders(),
                    Optional.empty()));
        }
        Instant now = Instant.parse(scenario.path("when").path("now").asText("2026-03-02T12:00:00Z"));
        enforcement.take(FEED, records, now);
        Collection<Tally> tallies = enforcement.takeTallies();

        // Then
        JsonNode then = scenario.path("then");
        then.fields().forEachRemaining(expected -> {
            String agreement = expected.getKey();
            JsonNode outcome = expected.getValue();
            LedgerEntry entry = tallies.stream()
                    .map(tally -> tally.entry("test", 7, now))
                    .filter(e -> agreement.equals(
                            e.agreement() == null ? "nobody" : e.agreement().value()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Nothing is counted for " + agreement));
            assertThat(shared(recorder, agreement)).isEqualTo(expected(outcome.path("flows"), agreement));
            assertThat(entry.accepted()).isEqualTo(records.size());
            assertThat(entry.shared()).isEqualTo(outcome.path("flows").size());
            assertThat(entry.withheld()).isEqualTo(reasons(outcome.path("withheld")));
            assertThat(entry.quarantined())
                    .isEqualTo(outcome.path("quarantined").asLong(0));
        });
        assertThat(tallies).hasSize(then.size());
    }

    /** An agreement as the file says it: {@code is} is its state; what is left out is as agreements usually are. */
    private static Optional<CompiledPlan> plan(JsonNode said) throws IOException {
        String id = said.path("id").asText();
        if (said.path("is").asText().equals("unreadable")) {
            return Optional.of(CompiledPlan.unreadable(FEED, new org.weir.schemas.id.AgreementId(id), 7));
        }
        AgreementState state =
                AgreementState.valueOf(said.path("is").asText("active").toUpperCase());
        if (state == AgreementState.DRAFT) {
            return Optional.empty();
        }
        Map<String, Object> document = new HashMap<>();
        document.put("uid", id);
        document.put("version", 1);
        document.put("profile", said.path("profile").asText("https://weir.dev/profile/1"));
        document.put("title", id);
        document.put("assigner", said.path("from").asText("riverton-transit"));
        document.put("assignee", "city-planning");
        document.put("authority", "Riverton Code 12.3");
        document.put("purpose", said.path("purpose").asText("transit-planning"));
        document.put("target", Map.of("feed", FEED, "contractVersion", "1.0.0", "fields", said.path("fields")));
        List<Map<String, String>> obligations = new ArrayList<>();
        said.path("obligations")
                .fields()
                .forEachRemaining(o -> obligations.add(
                        Map.of("field", o.getKey(), "action", o.getValue().asText())));
        document.put("obligations", obligations);
        document.put("effectiveFrom", said.path("begins").asText(null));
        document.put("expires", said.path("ends").asText(null));
        document.put("retentionDays", 30);
        Map<String, Object> record = new HashMap<>();
        record.put("epoch", 7);
        record.put("state", state);
        record.put("keyEpoch", 1);
        record.put("document", document);
        record.put("changedAt", "2026-01-01T00:00:00Z");
        record.put("changedBy", "dana");
        FeedContract contract =
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
        boolean keyless = said.path("key").asText().equals("missing");
        PlanCompiler compiler = new PlanCompiler(
                feed -> Optional.of(new KnownFeed(feed, "Buses", "Riverton Transit", contract, false)),
                (agreement, purpose, epoch) -> keyless ? Optional.empty() : Optional.of(key(agreement.value())));
        return Optional.of(compiler.compile(
                Json.STRICT.readValue(Json.STRICT.writeValueAsBytes(record), AgreementRecord.class), FEED));
    }

    private static byte[] key(String agreement) {
        return java.util.Arrays.copyOf(agreement.getBytes(StandardCharsets.UTF_8), 32);
    }

    private static List<JsonNode> shared(Recorder recorder, String agreement) {
        return recorder.shared.stream()
                .filter(each -> each.topic().startsWith("shared.city-planning." + agreement + "."))
                .map(each -> tree(each.value()))
                .toList();
    }

    /** What should flow; {@code pseudonym of X} stands for the pseudonym of the vehicle X under this agreement. */
    private static List<JsonNode> expected(JsonNode flows, String agreement) {
        List<JsonNode> expected = new ArrayList<>();
        for (JsonNode each : flows.isArray() ? flows : YAML.createArrayNode()) {
            String text = each.toString();
            int at = text.indexOf("\"pseudonym of ");
            if (at >= 0) {
                int end = text.indexOf('"', at + 1);
                byte[] value =
                        text.substring(at + "\"pseudonym of ".length(), end).getBytes(StandardCharsets.UTF_8);
                byte[] pseudonym =
                        new Pseudonymise(key(agreement), "vehicle.id").writer().rewrite(value, 0, value.length);
                text = text.substring(0, at) + new String(pseudonym, StandardCharsets.UTF_8) + text.substring(end + 1);
            }
            expected.add(tree(text.getBytes(StandardCharsets.UTF_8)));
        }
        return expected;
    }

    private static Map<ReasonCode, Long> reasons(JsonNode withheld) {
        Map<ReasonCode, Long> reasons = new HashMap<>();
        withheld.fields()
                .forEachRemaining(each -> reasons.put(
                        ReasonCode.of(each.getKey()), each.getValue().asLong()));
        return reasons;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.STRICT.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("What flows is no JSON: " + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    /** Keeps what would go to the broker. */
    private static final class Recorder implements Outlet {
        private final List<ProducerRecord<byte[], byte[]>> shared = new ArrayList<>();

        @Override
        public int partitions(String sharedTopic) {
            return 8;
        }

        @Override
        public void share(ProducerRecord<byte[], byte[]> record) {
            assertThat(record.partition()).isEqualTo(3);
            shared.add(record);
        }

        @Override
        public void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
            assertThat(why.getMessage()).isNotBlank();
        }
    }
}
