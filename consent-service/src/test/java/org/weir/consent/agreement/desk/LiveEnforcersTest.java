package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weir.schemas.ledger.EnforcementStatus;

class LiveEnforcersTest {
    private static final Duration LEASE = Duration.ofSeconds(5);
    private final LiveEnforcers live = new LiveEnforcers();

    @Test
    void waitsFor_everyEnforcerThatIsBehind() {
        heard("one", 7, false, 0);
        heard("two", 8, false, 0);
        assertThat(live.behind(8)).containsExactly("one");
        assertThat(live.confirmed(8)).containsExactly("two");

        heard("one", 8, false, 1);
        assertThat(live.behind(8)).isEmpty();
    }

    @Test
    void waitsForNobody_whoLeftInOrder() {
        heard("one", 7, false, 0);
        heard("one", 7, true, 1);
        assertThat(live.behind(8)).isEmpty();
        assertThat(live.confirmed(7)).isEmpty();
    }

    @Test
    void takesForSilent_whoWasNotHeardForTheLease() {
        heard("one", 7, false, 0);
        heard("two", 8, false, 0);
        assertThat(live.silent(8, LEASE.toNanos(), LEASE)).isEmpty();
        assertThat(live.silent(8, LEASE.toNanos() + 1, LEASE)).containsExactly("one");
    }

    @Test
    void forgets_whoWasLockedOut_unlessItReportedSince() {
        heard("one", 7, false, 10);
        live.lockedOut("one", 10);
        assertThat(live.behind(8)).containsExactly("one");
        live.lockedOut("one", 11);
        assertThat(live.behind(8)).isEmpty();
    }

    @Test
    void tellsWhoWaits_asSoonAsTheLastHasConfirmed() throws Exception {
        heard("one", 7, false, 0);
        heard("two", 7, false, 0);
        assertThat(live.awaitNoneBehind(8, Duration.ofMillis(1))).isFalse();

        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> live.awaitNoneBehind(8, Duration.ofHours(1)));
        heard("one", 8, false, 1);
        assertThat(waiting).isNotDone();
        live.lockedOut("two", 1);
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private void heard(String enforcer, long epoch, boolean stopped, long at) {
        live.heard(new EnforcementStatus(enforcer, epoch, stopped, Instant.EPOCH), at);
    }
}
