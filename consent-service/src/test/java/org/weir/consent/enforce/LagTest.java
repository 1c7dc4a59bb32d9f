package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagTest {
    private final Lag lag = new Lag();

    @Test
    void is_theTimeSinceAnEndWasSeenThatIsNotReached() {
        assertThat(lag.look(0, 0, 1_000)).isZero();
        assertThat(lag.look(0, 10, 3_000)).isZero();
        assertThat(lag.look(0, 20, 5_000)).isEqualTo(2_000);
        assertThat(lag.look(5, 30, 7_000)).isEqualTo(4_000);
        // The end of 10 is reached; what has come since was first seen at 9,000.
        assertThat(lag.look(12, 40, 9_000)).isZero();
        assertThat(lag.look(12, 40, 11_000)).isEqualTo(2_000);
        assertThat(lag.look(40, 40, 13_000)).isZero();
    }
}
