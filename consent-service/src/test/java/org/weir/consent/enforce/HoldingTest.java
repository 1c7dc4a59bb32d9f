package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.consent.policy.Plans;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;

class HoldingTest {
    private static final TopicPartition ZERO = new TopicPartition("raw.riverton-transit.vehicle-positions", 0);
    private static final TopicPartition ONE = new TopicPartition("raw.riverton-transit.vehicle-positions", 1);

    @ParameterizedTest
    @CsvSource({
        "DRAFT, NOT_YET",
        "REQUESTED, NOT_YET",
        "OFFERED, NOT_YET",
        "IN_REVIEW, NOT_YET",
        "AGREED, NOT_YET",
        "VERIFIED, NOT_YET",
        "FINALIZED, NOT_YET",
        "REFUSED, NOT_YET",
        "TIMED_OUT, NOT_YET",
        "ACTIVE, IN_FORCE",
        "SUSPENDED, IN_FORCE",
        "AMENDED, ENDING",
        "EXPIRED, ENDING",
        "REVOKED, ENDING",
        "WITHDRAWN, ENDING",
        "TERMINATED, ENDING",
        "DESTRUCTION_DUE, ENDED",
        "DESTRUCTION_CERTIFIED, ENDED",
        "CLOSED, ENDED",
    })
    void followsTheAgreementsState(AgreementState state, Holding stands) {
        Plans plans = Plans.of(1, List.of(NothingLeftOutTest.held("held", state)));

        assertThat(Holding.all(plans)).isEqualTo(Map.of(new AgreementId("held"), stands));
    }

    @Test
    void hasPassed_whereEveryPartitionThatItBeganReachesTheOthers() {
        Map<TopicPartition, Long> others = Map.of(ZERO, 7L, ONE, 3L);

        assertThat(DelayedWorkers.hasPassed(Map.of(ZERO, 7L), others)).isTrue();
        assertThat(DelayedWorkers.hasPassed(Map.of(ZERO, 9L, ONE, 3L), others)).isTrue();
        assertThat(DelayedWorkers.hasPassed(Map.of(ZERO, 9L, ONE, 2L), others)).isFalse();
        assertThat(DelayedWorkers.hasPassed(Map.of(ZERO, 6L), others)).isFalse();
        assertThat(DelayedWorkers.hasPassed(Map.of(), others)).isTrue();
    }
}
