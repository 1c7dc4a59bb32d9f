package org.weir.dashboard.rank;

/** Why buses lose time at a place, and so what would mend it. */
public enum Cause {
    /** Slow over the length, for hours, with many buses: a lane of their own. */
    LANE,
    /** Time lost before a signal, and not elsewhere around: other times of green. */
    SIGNAL,
    /** Halts far longer than at other stops of the same lines: doors, fares, a step, a berth. */
    STOP,
    /** Runs as fast as it ever does and is still late: another timetable. */
    SCHEDULE
}
