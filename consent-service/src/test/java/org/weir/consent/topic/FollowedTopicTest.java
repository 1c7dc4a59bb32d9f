package org.weir.consent.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FollowedTopicTest {
    private static final TopicPartition PARTITION = new TopicPartition("agreements", 0);
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger records = new AtomicInteger();

    @Test
    void isNotFreshWhileFailing_andGoesOnAfterwards_whateverWasThrown() {
        try (FollowedTopic topic = new FollowedTopic(this::consumer, "agreements", "test", records -> {})) {
            // Given
            await().until(() -> topic.isFreshWithin(LONG));

            // When something fails that is no fault of Kafka's
            broken.set(true);
            await().until(() -> failures.get() >= 2);

            // Then
            assertThat(topic.isFreshWithin(LONG)).isFalse();
            assertThat(topic.catchUp(Duration.ofMillis(20))).isFalse();

            // When it is over
            broken.set(false);

            // Then
            assertThat(topic.catchUp(Duration.ofSeconds(10))).isTrue();
            assertThat(topic.isFreshWithin(LONG)).isTrue();
        }
    }

    @Test
    void isNotFresh_whileItsRecordsCannotBeHandled() {
        AtomicBoolean refusing = new AtomicBoolean(true);
        AtomicInteger handled = new AtomicInteger();
        records.set(3);
        try (FollowedTopic topic = new FollowedTopic(this::consumer, "agreements", "test", some -> {
            if (refusing.get()) {
                failures.incrementAndGet();
                throw new IllegalStateException("cannot be handled");
            }
            handled.addAndGet(some.count());
        })) {
            // Given records that the handler refuses again and again
            await().until(() -> failures.get() >= 2);
            assertThat(topic.isFreshWithin(LONG)).isFalse();

            // When it takes them
            refusing.set(false);

            // Then it has had every one before anybody is told that it knows all
            assertThat(topic.catchUp(Duration.ofSeconds(10))).isTrue();
            assertThat(handled).hasValue(3);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
            @Override
            public synchronized ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
                if (broken.get()) {
                    failures.incrementAndGet();
                    throw new IllegalStateException("broken");
                }
                return super.poll(atMost);
            }
        };
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, records.longValue()));
        consumer.schedulePollTask(() -> IntStream.range(0, records.get())
                .forEach(n ->
                        consumer.addRecord(new ConsumerRecord<>("agreements", 0, n, new byte[] {1}, new byte[] {2}))));
        return consumer;
    }
}
