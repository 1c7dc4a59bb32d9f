package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class OneWriterTest {
    private final List<MockProducer<String, byte[]>> lives = new ArrayList<>();
    private final OneWriter writer = new OneWriter(() -> {
        lives.add(new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
        return lives.get(lives.size() - 1);
    });

    @Test
    void beginsOnce_howeverOftenItWrites() {
        for (int n = 0; n < 3; n++) {
            writer.begin();
            writer.write(List.of(record("one"), record("two")));
        }

        assertThat(lives).hasSize(1);
        assertThat(lives.get(0).commitCount()).isEqualTo(3);
        assertThat(lives.get(0).history()).hasSize(6);
    }

    @Test
    void writesNothing_whereAnotherHasBegunSince_andBeginsAnewWithTheNext() {
        writer.begin();
        lives.get(0).fenceProducer();

        assertThatThrownBy(() -> writer.write(List.of(record("one"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.error()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(writer.wasLockedOut()).isTrue();
        assertThat(lives.get(0).history()).isEmpty();

        writer.begin();
        writer.write(List.of(record("one")));
        assertThat(writer.wasLockedOut()).isFalse();
        assertThat(lives).hasSize(2);
        assertThat(lives.get(1).history()).hasSize(1);
    }

    @Test
    void beginsAnew_afterACommitOfWhichNobodyKnows_withoutTakingItForALock() {
        writer.begin();
        lives.get(0).commitTransactionException = new TimeoutException("The broker is away.");

        assertThatThrownBy(() -> writer.write(List.of(record("one")))).isInstanceOf(Refusal.class);
        assertThat(writer.wasLockedOut()).isFalse();
        assertThat(lives.get(0).closed()).isTrue();

        writer.begin();
        writer.write(List.of(record("one")));
        assertThat(lives).hasSize(2);
    }

    private static ProducerRecord<String, byte[]> record(String key) {
        return new ProducerRecord<>("agreements", key, new byte[0]);
    }
}
