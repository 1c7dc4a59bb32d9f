package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DecisionClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Instant machine = NOON;
    private final DecisionClock clock = new DecisionClock(new Clock() {
        @Override
        public Instant instant() {
            return machine;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void goesWithTheMachine() {
        machine = NOON.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(machine);
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void standsStill_whenTheMachinesClockIsSetBack_untilItHasCaughtUp() {
        machine = NOON.minusSeconds(3600);
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.ahead()).isEqualTo(3_600_000);

        machine = NOON.plusMillis(1);
        assertThat(clock.instant()).isEqualTo(machine);
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void neverGoesBack_afterAJumpAhead() {
        machine = NOON.plusSeconds(86_400);
        assertThat(clock.instant()).isEqualTo(machine);
        machine = NOON.plusSeconds(1);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(86_400));
        assertThat(clock.ahead()).isEqualTo(86_399_000);
    }
}
