package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;
import org.weir.stack.Stack;
import org.weir.stack.StackOptions;

/** Two processes of one hub publish changes of one agreement; the newest must stay the last, whatever stands still. */
class OneWriterIT {
    @Test
    void writesNoOlderChange_behindANewerOne_whenAProcessWakesUp() {
        try (Stack stack = Stack.start(StackOptions.ephemeral())) {
            KafkaSettings kafka = KafkaSettings.at(stack.bootstrapServers());
            try (TopicKeeper topics = new TopicKeeper(kafka, (short) 1);
                    OneWriter slow = writer(kafka);
                    OneWriter other = writer(kafka)) {
                topics.create(Topics.AGREEMENTS);
                // Given one that has begun, and stands still with a change that it has read
                slow.begin();
                slow.write(change("1 active"));

                // When the other publishes that one and the next, and the first wakes up
                other.begin();
                other.write(change("2 suspended"));
                other.write(change("3 revoked"));
                assertThatThrownBy(() -> slow.write(change("2 suspended"))).isInstanceOf(Refusal.class);

                // Then the newest is the last, also for who reads what is not committed
                assertThat(slow.wasLockedOut()).isTrue();
                assertThat(read(kafka, "read_uncommitted")).containsExactly("1 active", "2 suspended", "3 revoked");

                // And it goes on by itself when there is something new
                slow.begin();
                slow.write(change("4 closed"));
                assertThat(read(kafka, "read_committed")).endsWith("3 revoked", "4 closed");
            }
        }
    }

    @Test
    void aborts_whatADeadProcessHasOpen_andLetsReadersSeeWhatFollows() {
        try (Stack stack = Stack.start(StackOptions.ephemeral())) {
            KafkaSettings kafka = KafkaSettings.at(stack.bootstrapServers());
            try (TopicKeeper topics = new TopicKeeper(kafka, (short) 1);
                    OneWriter writer = writer(kafka);
                    Producer<String, byte[]> dead = new KafkaProducer<>(AgreementPublisher.settings(kafka))) {
                topics.create(Topics.AGREEMENTS);
                dead.initTransactions();
                dead.beginTransaction();
                change("1 active").forEach(dead::send);
                dead.flush();

                writer.begin();
                long offset = writer.write(change("2 revoked")).get(0).offset();

                org.awaitility.Awaitility.await().until(() -> topics.isVisible(Topics.AGREEMENTS.pattern(), offset));
                assertThat(read(kafka, "read_committed")).containsExactly("2 revoked");
                assertThatThrownBy(dead::commitTransaction).isInstanceOf(RuntimeException.class);
                dead.close(Duration.ZERO);
            }
        }
    }

    private static OneWriter writer(KafkaSettings kafka) {
        return new OneWriter(() -> new KafkaProducer<>(AgreementPublisher.settings(kafka)));
    }

    private static List<ProducerRecord<String, byte[]>> change(String what) {
        return List.of(new ProducerRecord<>(Topics.AGREEMENTS.pattern(), "one", what.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> read(KafkaSettings kafka, String isolation) {
        Map<String, Object> settings = kafka.consumer("reader");
        settings.put("isolation.level", isolation);
        TopicPartition partition = new TopicPartition(Topics.AGREEMENTS.pattern(), 0);
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(each -> read.add(new String(each.value(), StandardCharsets.UTF_8)));
            }
        }
        return read;
    }
}
