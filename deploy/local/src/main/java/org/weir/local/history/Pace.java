package org.weir.local.history;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Keeps the past from piling up before what is live: a live position waits behind at most so many past ones, which is about
 * one second. For one thread.
 */
final class Pace {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

    private final LongSupplier waiting;
    private final long most;
    private long room;

    /**
     * @param waiting how many positions are sent and not yet processed, now
     * @param most how many may be
     */
    Pace(LongSupplier waiting, long most) {
        this.waiting = waiting;
        this.most = most;
    }

    void awaitRoomFor(int positions) {
        room -= positions;
        while (room < 0) {
            room = most - waiting.getAsLong() - positions;
            if (room < 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }
}
