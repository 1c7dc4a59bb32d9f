package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weir.consent.ScenarioFiles;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.Plans;
import org.weir.consent.policy.SharingDecision;
import org.weir.consent.policy.SharingDecision.Withhold;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.policy.SharingRequest;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Runs every file of {@code scenarios/sharing}: what is agreed (given), what comes (when), what flows and what is
 * counted (then). The files are the specification; whoever can read an agreement can read them. How to write one:
 * {@code docs/add-a-scenario.md}.
 */
class SharingScenarios {
    private final Recorder recorder = new Recorder();
    private final Map<String, List<LedgerEntry>> counted = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final GivenAgreements given = new GivenAgreements();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
    private final DecisionClock clock = new DecisionClock(new ScenarioClock(time));
    private final Quotas quotas = new Quotas();
    private final Map<AgreementId, HeldBack> heldBack = new LinkedHashMap<>();
    private PlanBook book;
    private int came;

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioFiles.in("sharing").map(SharingScenarios::scenario);
    }

    private static DynamicTest scenario(Path file) {
        JsonNode scenario = ScenarioFiles.read(file);
        return DynamicTest.dynamicTest(
                scenario.path("title").asText(), file.toUri(), () -> new SharingScenarios().run(scenario));
    }

    private void run(JsonNode scenario) {
        // Given
        book = new PlanBook(new PlanCompiler(given.feeds(scenario.path("given")), given));
        book.feeds(given.all());
        scenario.path("given").path("agreements").forEach(this::hear);

        // When
        JsonNode when = scenario.path("when");
        for (JsonNode step : when.isArray() ? when : List.of(when)) {
            take(step);
        }

        // Then
        JsonNode then = scenario.path("then");
        then.fields().forEachRemaining(expected -> check(expected.getKey(), expected.getValue()));
        assertThat(counted.keySet()).as("whom something is counted for").isSubsetOf(names(then));
    }

    private static List<String> names(JsonNode then) {
        List<String> names = new ArrayList<>();
        then.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void hear(JsonNode said) {
        book.take(given.heard(said));
    }

    /** One thing that happens: a change of an agreement, a question, records that come, or time that passes. */
    private void take(JsonNode step) {
        step.path("agreements").forEach(this::hear);
        time.set(Instant.parse(step.path("now").asText("2026-03-02T12:00:00Z")));
        Instant now = clock.instant();
        FeedId feed = FeedId.of(step.path("feed").asText(GivenAgreements.FEED.value()));
        if (step.has("asks")) {
            ask(feed, step.path("asks"), now);
        }
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        step.path("records").forEach(each -> records.add(RawRecords.of(feed, came + records.size(), each)));
        came += records.size();
        Plans plans = book.plans();
        BatchEnforcement atOnce =
                new BatchEnforcement(plans, recorder, plan -> plan.delivery().delay() == null);
        if (!records.isEmpty()) {
            atOnce.take(new BatchEnforcement.Batch(feed, records, quotas, 1, now));
        }
        count(atOnce, now);
        for (CompiledPlan plan : plans.of(feed)) {
            if (plan.delivery().delay() != null) {
                heldBack.computeIfAbsent(plan.agreement(), HeldBack::new).come(records);
            }
        }
        heldBack.values().forEach(each -> {
            BatchEnforcement later = new BatchEnforcement(plans, recorder, each::isOf);
            each.due(plans, clock)
                    .forEach((of, due) -> later.take(new BatchEnforcement.Batch(of, due, quotas, 1, now)));
            count(later, now);
        });
    }

    private void count(BatchEnforcement enforcement, Instant now) {
        for (Tally tally : enforcement.takeTallies()) {
            LedgerEntry entry = tally.entry("test", book.plans().epoch(), now);
            String agreement =
                    entry.agreement() == null ? "nobody" : entry.agreement().value();
            counted.computeIfAbsent(agreement, a -> new ArrayList<>()).add(entry);
        }
    }

    private void ask(FeedId feed, JsonNode asks, Instant now) {
        for (CompiledPlan plan : book.plans().of(feed)) {
            SharingRequest request = new SharingRequest(
                    Action.valueOf(asks.path("to").asText("read").toUpperCase(java.util.Locale.ROOT)),
                    asks.path("for").asText(null),
                    now);
            SharingDecision decision = SharingPolicy.decide(plan, request);
            answers.put(
                    plan.agreement().value(),
                    decision instanceof Withhold withhold ? withhold.reason().code() : "yes");
        }
    }

    private void check(String agreement, JsonNode outcome) {
        if (outcome.has("answer")) {
            assertThat(answers.get(agreement)).isEqualTo(outcome.path("answer").asText());
            return;
        }
        List<LedgerEntry> entries = counted.getOrDefault(agreement, List.of());
        assertThat(entries).as("what is counted for " + agreement).isNotEmpty();
        new ExpectedFlow(agreement, outcome).check(recorder.sharedUnder(agreement));
        Map<ReasonCode, Long> withheld = new HashMap<>();
        entries.forEach(entry -> entry.withheld().forEach((reason, n) -> withheld.merge(reason, n, Long::sum)));
        assertThat(withheld).isEqualTo(reasons(outcome.path("withheld")));
        assertThat(sum(entries, LedgerEntry::shared))
                .isEqualTo(outcome.path("flows").size());
        assertThat(sum(entries, LedgerEntry::quarantined))
                .isEqualTo(outcome.path("quarantined").asLong(0));
        assertThat(sum(entries, LedgerEntry::accepted))
                .isEqualTo(sum(entries, LedgerEntry::shared)
                        + sum(entries, LedgerEntry::quarantined)
                        + withheld.values().stream().mapToLong(n -> n).sum());
    }

    private static long sum(List<LedgerEntry> entries, java.util.function.ToLongFunction<LedgerEntry> count) {
        return entries.stream().mapToLong(count).sum();
    }

    private static Map<ReasonCode, Long> reasons(JsonNode withheld) {
        Map<ReasonCode, Long> reasons = new HashMap<>();
        withheld.fields()
                .forEachRemaining(each -> reasons.put(
                        ReasonCode.of(each.getKey()), each.getValue().asLong()));
        return reasons;
    }

    /** Keeps what would go to the broker. */
    private static final class Recorder implements Outlet {
        private final List<ProducerRecord<byte[], byte[]>> shared = new ArrayList<>();

        List<ProducerRecord<byte[], byte[]>> sharedUnder(String agreement) {
            return shared.stream()
                    .filter(each -> each.topic().startsWith("shared.city-planning." + agreement + "."))
                    .toList();
        }

        @Override
        public int partitions(CompiledPlan plan) {
            return 8;
        }

        @Override
        public void share(ProducerRecord<byte[], byte[]> record) {
            assertThat(record.partition()).isEqualTo(RawRecords.PARTITION);
            shared.add(record);
        }

        @Override
        public void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
            assertThat(why.getMessage()).isNotBlank();
        }
    }
}
