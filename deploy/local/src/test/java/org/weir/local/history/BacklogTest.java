package org.weir.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final TopicPartition RAW = new TopicPartition("raw.riverton.vehicle-positions", 0);
    private static final TopicPartition SHARED = new TopicPartition("shared.city.buses.riverton.vehicle-positions", 0);

    private static long behind(long enforced, long moved) {
        return Backlog.behind(
                Map.of("consent-enforcement", Map.of(RAW, enforced), "dashboard-movement", Map.of(SHARED, moved)),
                Map.of(RAW, 500_000L, SHARED, 400_000L));
    }

    @Test
    void countsWhatEnforcementHasToDo() {
        assertThat(behind(470_000, 400_000)).isEqualTo(30_000);
    }

    @Test
    void countsNotWhatMovementTookAndCommitsInAWhile_butWhatIsAboveIt() {
        assertThat(behind(500_000, 320_000)).isZero();
        assertThat(behind(490_000, 280_000)).isEqualTo(10_000 + 20_000);
    }

    @Test
    void countsNothingOfAGroupThatHasCommittedNothing() {
        assertThat(Backlog.behind(Map.of(), Map.of())).isZero();
    }
}
