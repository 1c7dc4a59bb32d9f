package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.weir.ingest.health.FeedHealth;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/** Two topics of one partition each in memory, and the faults of a network. */
final class FakeBroker implements RecordSender, FeedTail {
    final List<ProducerRecord<byte[], byte[]>> raw = new ArrayList<>();
    final List<ProducerRecord<byte[], byte[]>> quarantine = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    /** Whether a record is lost on the way there. */
    Predicate<ProducerRecord<byte[], byte[]>> lost = r -> false;
    /** Whether a record arrives and its acknowledgement is lost on the way back. */
    Predicate<ProducerRecord<byte[], byte[]>> unacknowledged = r -> false;
    /** Whether sending a record throws. */
    Predicate<ProducerRecord<byte[], byte[]>> throwing = r -> false;
    /** Whether acknowledgements wait until {@link #acknowledge}. */
    boolean holding;
    /** Whether the topics cannot be read. */
    boolean away;

    @Override
    public CompletionStage<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        if (throwing.test(record)) {
            throw new IllegalStateException("thrown");
        }
        CompletableFuture<RecordMetadata> answer = new CompletableFuture<>();
        if (holding) {
            held.add(() -> append(record, answer));
        } else {
            append(record, answer);
        }
        return answer;
    }

    void acknowledge() {
        holding = false;
        List.copyOf(held).forEach(Runnable::run);
        held.clear();
    }

    private void append(ProducerRecord<byte[], byte[]> record, CompletableFuture<RecordMetadata> answer) {
        if (lost.test(record)) {
            answer.completeExceptionally(new TimeoutException("lost"));
            return;
        }
        List<ProducerRecord<byte[], byte[]>> topic = record.topic().startsWith(Topics.RAW.prefix()) ? raw : quarantine;
        topic.add(record);
        if (unacknowledged.test(record)) {
            answer.completeExceptionally(new TimeoutException("unacknowledged"));
        } else {
            answer.complete(new RecordMetadata(
                    new TopicPartition(record.topic(), 0), topic.size() - 1L, 0, record.timestamp(), 0, 0));
        }
    }

    @Override
    public void read(FeedId feed, Lane lane, Instant since, boolean again, FeedHealth health, Reader reader) {
        if (away) {
            throw new TimeoutException("away");
        }
        long from = again ? health.rawEnds().getOrDefault(0, 0L) : 0;
        for (long i = from; i < raw.size(); i++) {
            ProducerRecord<byte[], byte[]> record = raw.get((int) i);
            reader.published(new String(record.key(), UTF_8), record.timestamp() / 1000);
        }
        health.rawUpTo(0, raw.size());
        for (int i = 0; i < quarantine.size(); i++) {
            reader.refused(header(quarantine.get(i), Headers.ID));
            health.quarantined(i, header(quarantine.get(i), Headers.CODE));
        }
    }

    static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    List<String> rawIds() {
        return raw.stream().map(r -> header(r, Headers.ID)).toList();
    }
}
