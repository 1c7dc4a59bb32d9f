package org.weir.consent.agreement;

import java.time.Instant;

/**
 * Who gives a command, when, and how long whoever comes next has.
 *
 * @param by the subject of a token, or {@link #CLOCK}
 * @param side for which party; null for a board's member and the clock
 */
public record Act(Instant at, String by, Side side, Deadlines deadlines) {
    /** Who does what only time brings. */
    public static final String CLOCK = "clock";

    /** An act of nobody but time. */
    public static Act ofClock(Instant at, Deadlines deadlines) {
        return new Act(at, CLOCK, null, deadlines);
    }
}
