package org.weir.ingest.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.ingest.IngestConfig;

/** Sends by one idempotent producer with {@code acks=all}; the producer alone retries, so that nothing is sent twice. */
@ApplicationScoped
public class KafkaSender implements RecordSender {
    /** Metadata of a topic that exists comes at once or the broker is away. */
    private static final int MOST_BLOCKED_MS = 5_000;

    private final KafkaProducer<byte[], byte[]> producer;

    KafkaSender(@Identifier("default-kafka-broker") Map<String, Object> kafka, IngestConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        Duration delivery = config.publish().deliveryTimeout();
        long linger = config.publish().linger().toMillis();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest-publish");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, config.publish().compression());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.max(1, delivery.toMillis() / 2 - linger));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCKED_MS);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public CompletionStage<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
        try {
            producer.send(record, (metadata, fault) -> {
                if (fault == null) {
                    acknowledged.complete(metadata);
                } else {
                    acknowledged.completeExceptionally(fault);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
