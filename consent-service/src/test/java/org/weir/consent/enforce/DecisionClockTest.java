package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DecisionClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> machine = new AtomicReference<>(NOON);
    private final DecisionClock clock = new DecisionClock(new ScenarioClock(machine));

    @Test
    void goesWithTheMachine() {
        machine.set(NOON.plusSeconds(5));
        assertThat(clock.instant()).isEqualTo(machine.get());
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void standsStill_whenTheMachinesClockIsSetBack_untilItHasCaughtUp() {
        machine.set(NOON.minusSeconds(3600));
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.ahead()).isEqualTo(3_600_000);

        machine.set(NOON.plusMillis(1));
        assertThat(clock.instant()).isEqualTo(machine.get());
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void neverGoesBack_afterAJumpAhead() {
        machine.set(NOON.plusSeconds(86_400));
        assertThat(clock.instant()).isEqualTo(machine.get());
        machine.set(NOON.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(86_400));
        assertThat(clock.ahead()).isEqualTo(86_399_000);
    }
}
