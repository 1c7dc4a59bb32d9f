package org.weir.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Pace pace = new Pace(waiting::poll, 10);

    @Test
    void letsThePastPass_asLongAsFewOfItWait() {
        // Given
        waiting.add(0L);

        // When
        pace.awaitRoomFor(4);
        pace.awaitRoomFor(4);

        // Then it has looked once
        assertThat(waiting).isEmpty();
    }

    @Test
    void holdsThePastBack_untilWhatWaitsIsProcessed() {
        waiting.addAll(List.of(9L, 7L, 5L, 1_000L));

        pace.awaitRoomFor(4);

        assertThat(waiting).containsExactly(1_000L);
    }
}
