package org.weir.dashboard.rank;

/** Why buses lose time at a place, and so what would mend it. */
public enum Cause {
    /** A lane of their own. */
    LANE(
            "Streets in a row, 400 m or more, that run below 42% of their own free flow in three hours or more of most days,"
                    + " with eight buses an hour",
            "running speed in those hours as a share of free flow"),
    /** Other times of green. */
    SIGNAL(
            "Buses lose 28 s or more in the 150 m before a signal, beyond the pace of the street around; what exceeds 20 s"
                    + " could be saved",
            "seconds that a bus loses"),
    /** Doors, fares, a step, a berth. */
    STOP(
            "A halt takes 20 s longer than at three of four stops of the same lines in the same hour",
            "seconds that a halt takes longer"),
    /** Another timetable. */
    SCHEDULE(
            "Trips fall behind the timetable by 90 s or more, and even the fastest fifth does not keep it",
            "seconds that a trip falls behind");

    private final String rule;
    private final String level;

    Cause(String rule, String level) {
        this.rule = rule;
        this.level = level;
    }

    /** When a place is one, in a sentence: what its rule asks for. */
    public String rule() {
        return rule;
    }

    /** What {@link Finding#level} is of a place of this cause. */
    public String level() {
        return level;
    }
}
