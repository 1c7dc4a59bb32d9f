package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.problem.ErrorCode;

class QuarantineTest {
    private static final String REASON =
            ErrorCode.ENFORCEMENT_FAILED.sentence() + " Agreement a-1, record 3-4711: IllegalStateException.";

    @Test
    void withholdsWhoseRecordItIs_andItsPlaceOnTheTopic_fromWhoMayNotSeeIt() {
        Quarantine.Refused told = Quarantine.refused(record(ErrorCode.ENFORCEMENT_FAILED.code()), false);

        assertThat(told.code()).isEqualTo("enforcement-failed");
        assertThat(told.reason()).isEqualTo(ErrorCode.ENFORCEMENT_FAILED.sentence());
        assertThat(told.remedy()).isEqualTo(ErrorCode.ENFORCEMENT_FAILED.remedy());
        assertThat(told.toString()).doesNotContain("b1").doesNotContain("4711");
    }

    @Test
    void tellsAll_toWhoMaySeeTheRecord() {
        Quarantine.Refused told = Quarantine.refused(record(ErrorCode.ENFORCEMENT_FAILED.code()), true);

        assertThat(told.entity()).isEqualTo("b1");
        assertThat(told.reason()).isEqualTo(REASON);
        assertThat(told.record()).isEqualTo("{}");
    }

    @Test
    void tellsNoReason_whenTheCodeIsUnknown_toWhoMayNotSeeTheRecord() {
        assertThat(Quarantine.refused(record("of-a-later-version"), false).reason())
                .isNull();
    }

    private static ConsumerRecord<byte[], byte[]> record(String code) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("quarantine.f", 0, 0, "b1".getBytes(UTF_8), "{}".getBytes(UTF_8));
        record.headers().add(Headers.CODE, code.getBytes(UTF_8)).add(Headers.REASON, REASON.getBytes(UTF_8));
        return record;
    }
}
