package org.weir.city.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MotionTest {
    @Test
    void haltsBeforeTheLine_fromAnySpeed() {
        for (double start = 2; start <= 16; start += 0.5) {
            double speed = start;
            double left = start * start / (2 * Motion.BRAKING) + start;
            while (speed > 0.01) {
                double after = Math.min(speed + Motion.ACCELERATION, Motion.towards(left, speed, 0));
                assertThat(speed - after).isLessThan(Motion.HARDEST_BRAKING);
                left -= (speed + after) / 2;
                speed = after;
                assertThat(left).isGreaterThan(-0.5);
            }
            assertThat(left).isLessThan(1);
        }
    }

    @Test
    void reachesTheTurn_atItsSpeed() {
        double speed = 13;
        double left = 100;
        while (left > 0.05) {
            double after = Math.min(13, Motion.towards(left, speed, 4.5));
            left -= (speed + after) / 2;
            speed = after;
        }
        assertThat(speed).isCloseTo(4.5, within(0.6));
    }
}
