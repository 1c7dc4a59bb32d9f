package org.weir.dashboard.destruction;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.dashboard.Shared;
import org.weir.schemas.topic.Topics;

/** Sends certificates, signed, to whoever demanded the destruction; returns when the broker has them. */
@ApplicationScoped
public class CertificateSender {
    private static final int SECONDS = 20;

    private final Shared shared;
    private final CertificateKey signing;
    private KafkaProducer<byte[], byte[]> producer;

    CertificateSender(Shared shared, CertificateKey signing) {
        this.shared = shared;
        this.signing = signing;
    }

    /** @param key its key in the topic */
    synchronized void send(String key, String certificate) {
        byte[] value = certificate.getBytes(StandardCharsets.UTF_8);
        try {
            producer()
                    .send(new ProducerRecord<>(
                            Topics.OBLIGATIONS.pattern(),
                            null,
                            key.getBytes(StandardCharsets.UTF_8),
                            value,
                            signing.signs(value)))
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not take the certificate.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping.", e);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** Made when the first agreement ends: most days none does. */
    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = shared.broker();
            settings.put("client.id", "dashboard-certificates");
            settings.put("acks", "all");
            settings.put("enable.idempotence", true);
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}
