package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.consent.topic.Json;
import org.weir.schemas.ledger.EnforcementStatus;

class ConfirmationsTest {
    @Test
    void takesAReport_atItsWord() {
        EnforcementStatus said = new EnforcementStatus("one", 7, false, Instant.EPOCH);

        assertThat(Confirmations.status(report(Json.text(said)))).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "", "{", "[]", "7", "{}", "{\"enforcer\":\"two\",\"epoch\":9,\"stopped\":true}", "\u0000"
            })
    void confirmsNothing_whereAReportCannotBeRead(String garbage) {
        EnforcementStatus status = Confirmations.status(report(garbage));

        assertThat(status.enforcer()).isEqualTo("one");
        assertThat(status.epoch()).isNegative();
        assertThat(status.stopped()).isFalse();
    }

    private static ConsumerRecord<byte[], byte[]> report(String value) {
        return new ConsumerRecord<>(
                "enforcement-status",
                0,
                0,
                "one".getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
    }
}
