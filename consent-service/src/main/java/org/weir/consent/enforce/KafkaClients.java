package org.weir.consent.enforce;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.weir.consent.topic.KafkaSettings;

/** Makes a worker's connections to the broker; a test puts its faults in between. */
public interface KafkaClients {
    KafkaSettings settings();

    Consumer<byte[], byte[]> consumer(Map<String, Object> settings);

    Producer<byte[], byte[]> producer(Map<String, Object> settings);

    /** Plain ones. */
    static KafkaClients of(KafkaSettings kafka) {
        return new KafkaClients() {
            @Override
            public KafkaSettings settings() {
                return kafka;
            }

            @Override
            public Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
                return new KafkaConsumer<>(settings);
            }

            @Override
            public Producer<byte[], byte[]> producer(Map<String, Object> settings) {
                return new KafkaProducer<>(settings);
            }
        };
    }
}
