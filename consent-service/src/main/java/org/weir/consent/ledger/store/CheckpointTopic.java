package org.weir.consent.ledger.store;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.schemas.topic.Topics;

/** The topic of checkpoints, by which enforcers know that what they commit is being recorded. */
final class CheckpointTopic implements AutoCloseable {
    private static final TopicPartition TOPIC = new TopicPartition(Topics.LEDGER_CHECKPOINTS.pattern(), 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int SECONDS = 15;

    private final KafkaProducer<String, byte[]> producer;

    CheckpointTopic(KafkaSettings kafka) {
        producer = new KafkaProducer<>(kafka.producer("consent-ledger"));
    }

    /** Returns when the brokers have it. */
    void publish(Checkpoint checkpoint) {
        try {
            producer.send(new ProducerRecord<>(TOPIC.topic(), checkpoint.origin(), Json.bytes(checkpoint)))
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A checkpoint cannot be published.", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The newest checkpoint of that ledger that the topic holds. */
    static Optional<Checkpoint> newest(KafkaSettings kafka, String origin) {
        Checkpoint newest = null;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka.consumer("consent-checkpoints"))) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end = consumer.endOffsets(List.of(TOPIC)).get(TOPIC);
            while (consumer.position(TOPIC) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Checkpoint each = read(record);
                    if (each.origin().equals(origin) && (newest == null || each.size() > newest.size())) {
                        newest = each;
                    }
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private static Checkpoint read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.TOLERANT.readValue(record.value(), Checkpoint.class);
        } catch (IOException | RuntimeException e) {
            // To sign without knowing what was signed could contradict it.
            throw new IllegalStateException("A checkpoint in the topic cannot be read; offset=" + record.offset(), e);
        }
    }
}
