package org.weir.consent.enforce;

import java.time.Duration;

/**
 * Whether the ledger keeps up: whether what was committed here is covered by a signed checkpoint before long. What
 * nobody can check afterwards must not go on without end. Times are nanoseconds of one monotonic clock.
 */
final class LedgerCover {
    private final long bound;
    private long covered;
    private long newest;
    private long awaited;
    private long since;

    /** @param bound how long an entry may wait for its checkpoint */
    LedgerCover(Duration bound) {
        this.bound = bound.toNanos();
    }

    /** An entry was committed at that offset of the ledger's topic. */
    synchronized void committed(long offset, long now) {
        newest = Math.max(newest, offset + 1);
        await(now);
    }

    /** Checkpoints reach behind all entries before that offset. */
    synchronized void covered(long before, long now) {
        covered = Math.max(covered, before);
        await(now);
    }

    /** Whether an entry has waited too long. */
    synchronized boolean stalled(long now) {
        return awaited > covered && now - since > bound;
    }

    /** When the one that was awaited is covered, the newest of now is awaited. */
    private void await(long now) {
        if (awaited <= covered && newest > covered) {
            awaited = newest;
            since = now;
        }
    }
}
