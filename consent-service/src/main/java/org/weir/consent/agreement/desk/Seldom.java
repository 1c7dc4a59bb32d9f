package org.weir.consent.agreement.desk;

import java.time.Duration;

/**
 * Tells when to look again at what costs more than each beat should: at the first beat, at the next one after somebody
 * asked for it, and otherwise once in a while. Times are nanoseconds of the caller's monotonic clock.
 */
public final class Seldom {
    private final long every;
    private boolean asked = true;
    private long last;

    public Seldom(Duration every) {
        this.every = every.toNanos();
    }

    /** Whether to look now; whoever is told so looks. */
    public synchronized boolean due(long now) {
        if (!asked && now - last < every) {
            return false;
        }
        asked = false;
        last = now;
        return true;
    }

    /** Something changed, or a look failed: the next beat looks. */
    public synchronized void soon() {
        asked = true;
    }
}
