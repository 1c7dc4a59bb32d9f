package org.weir.dashboard.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.weir.dashboard.Shared;
import org.weir.dashboard.live.stream.PollLoop;
import org.weir.dashboard.movement.TripRunCodec;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.stream.Keys;
import org.weir.dashboard.stream.RunKey;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.topic.Topics;

/**
 * Runs from their topic into the database: offsets are committed after the rows are, so nothing is lost, and twice is
 * once.
 */
@ApplicationScoped
public class RunWriter {
    /** A group of its own for the table as it is: its first instance reads again what the topic still holds. */
    private static final String GROUP = "dashboard-runs";

    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);

    /** Where it is behind, later values of a run stand in for earlier ones; more at once would fill the memory. */
    private static final int AT_ONCE = 4_000;

    private final RunBatches store;
    private final Months months;
    private final AgreedTerm term;
    private final Shared shared;
    private final Standings standings;
    private final Clock clock;
    private final Map<String, Counter> outcomes = new HashMap<>();
    private final MeterRegistry meters;
    private PollLoop loop;

    RunWriter(
            RunBatches store,
            Months months,
            AgreedTerm term,
            Shared shared,
            Standings standings,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.months = months;
        this.term = term;
        this.shared = shared;
        this.standings = standings;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent ignored) {
        loop = new PollLoop("trip-runs-store", this::consumer, this::poll);
        loop.start();
    }

    void stop(@Observes ShutdownEvent ignored) {
        loop.stop();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = shared.broker();
        settings.put("group.id", GROUP);
        settings.put("client.id", GROUP);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("max.poll.records", AT_ONCE);
        settings.put("metadata.max.age.ms", 2_000);
        // What a killed instance read is taken over this soon.
        settings.put("session.timeout.ms", 10_000);
        months.lookAgain();
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.TRIP_RUNS.pattern()));
        return consumer;
    }

    private void poll(KafkaConsumer<byte[], byte[]> consumer) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(PollLoop.WAIT);
        if (records.isEmpty()) {
            return;
        }
        Map<Day, Boolean> closed = new HashMap<>();
        List<RunBatch> batches = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            batches.add(batch(records.records(partition), closed));
        }
        write(consumer, batches);
        consumer.commitSync();
        batches.forEach(each -> told("written", each.runs().size()));
        survey(batches);
    }

    private void survey(List<RunBatch> batches) {
        Map<YearMonth, Integer> rows = new HashMap<>();
        batches.stream()
                .flatMap(batch -> batch.runs().stream())
                .forEach(run -> rows.merge(YearMonth.from(run.key().date()), 1, Integer::sum));
        rows.forEach((month, more) ->
                months.surveyGrown(RunStore.TABLE, month, more).await().atMost(WRITTEN_WITHIN));
    }

    private RunBatch batch(List<ConsumerRecord<byte[], byte[]>> records, Map<Day, Boolean> closed) {
        Map<RunKey, KeptRun> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            KeptRun run = read(record);
            if (run != null && isTaken(run, closed) && last.put(run.key(), run) != null) {
                told("replaced", 1);
            }
        }
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        return new RunBatch(
                first.partition(),
                first.offset(),
                records.get(records.size() - 1).offset() + 1,
                last.values());
    }

    /**
     * Where more was written than what is in hand, either this instance was held up and another has the partitions, which
     * the broker tells; or they are read once more, after a crash or because the topic begins anew.
     */
    private void write(KafkaConsumer<byte[], byte[]> consumer, List<RunBatch> batches) {
        Map<Integer, Long> ahead = store.put(batches).await().atMost(WRITTEN_WITHIN);
        if (ahead.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> begins = new HashMap<>();
        batches.stream()
                .filter(each -> ahead.containsKey(each.partition()))
                .forEach(each -> begins.put(
                        new TopicPartition(Topics.TRIP_RUNS.pattern(), each.partition()),
                        new OffsetAndMetadata(each.from())));
        // Throws where this instance does not have them any more.
        consumer.commitSync(begins);
        store.forget(ahead).await().atMost(WRITTEN_WITHIN);
        if (!store.put(batches).await().atMost(WRITTEN_WITHIN).isEmpty()) {
            throw new IllegalStateException("Another instance wrote the same runs in this moment.");
        }
    }

    private record Day(String feed, String agreement, LocalDate date) {
        static Day of(RunKey run) {
            return new Day(run.feed(), run.agreement(), run.date());
        }
    }

    private boolean isTaken(KeptRun run, Map<Day, Boolean> closed) {
        if (standings.ended(new AgreementId(run.key().agreement()), clock.instant())) {
            told("agreement-ended", 1);
            return false;
        }
        if (closed.computeIfAbsent(Day.of(run.key()), this::closed)) {
            told("closed", 1);
            return false;
        }
        return true;
    }

    private boolean closed(Day day) {
        YearMonth month = YearMonth.from(day.date());
        boolean closed = months.closed(month).await().atMost(WRITTEN_WITHIN)
                || term.isOver(day.feed(), day.agreement(), day.date()).await().atMost(WRITTEN_WITHIN);
        if (!closed) {
            months.make(RunStore.TABLE, month).await().atMost(WRITTEN_WITHIN);
        }
        return closed;
    }

    private KeptRun read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            told("deleted", 1);
            return null;
        }
        try {
            RunKey key = Keys.read(new String(record.key(), StandardCharsets.UTF_8));
            return new KeptRun(key, TripRunCodec.read(record.value()));
        } catch (RuntimeException e) {
            told("unreadable", 1);
            return null;
        }
    }

    private void told(String outcome, int runs) {
        outcomes.computeIfAbsent(outcome, o -> meters.counter("weir.store.runs", "outcome", o))
                .increment(runs);
    }
}
