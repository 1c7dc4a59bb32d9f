package org.weir.consent.enforce;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that never goes back: a machine whose clock is set back must not revive what has expired. Where the clock had
 * jumped ahead it stands still until time has caught up with it; nothing flows that should not, and operations see by
 * how much it is ahead. Milliseconds.
 */
public final class DecisionClock extends Clock {
    private final Clock clock;
    private final AtomicLong latest;

    public DecisionClock(Clock clock) {
        this.clock = clock;
        this.latest = new AtomicLong(clock.millis());
    }

    @Override
    public long millis() {
        return latest.accumulateAndGet(clock.millis(), Math::max);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /** How far it is ahead of the machine's clock, milliseconds; 0 where nothing has jumped. */
    public long ahead() {
        long now = clock.millis();
        return Math.max(0, latest.accumulateAndGet(now, Math::max) - now);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DecisionClock(clock.withZone(zone));
    }
}
