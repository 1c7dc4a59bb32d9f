package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerCoverTest {
    private static final long SECOND = 1_000_000_000L;
    private final LedgerCover cover = new LedgerCover(Duration.ofSeconds(10));

    @Test
    void neverStalls_whileNothingWasCommitted() {
        assertThat(cover.stalled(1_000 * SECOND)).isFalse();
    }

    @Test
    void stalls_whenAnEntryWaitsLongerThanTheBound() {
        cover.committed(5, 0);
        cover.committed(9, 8 * SECOND);
        assertThat(cover.stalled(10 * SECOND)).isFalse();
        assertThat(cover.stalled(10 * SECOND + 1)).isTrue();
    }

    @Test
    void doesNotStall_whileCheckpointsKeepComing_howeverFarBehind() {
        for (int n = 0; n < 100; n++) {
            cover.committed(n, n * SECOND);
            cover.covered(n - 5, n * SECOND);
            assertThat(cover.stalled(n * SECOND)).isFalse();
        }
    }

    @Test
    void stalls_whenCheckpointsComeButDoNotReachTheEntry() {
        cover.committed(5, 0);
        cover.covered(5, 11 * SECOND);
        assertThat(cover.stalled(11 * SECOND)).isTrue();
        cover.covered(6, 12 * SECOND);
        assertThat(cover.stalled(12 * SECOND)).isFalse();
    }
}
