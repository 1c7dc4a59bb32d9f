package org.weir.dashboard.measure;

/** What is counted. The order of the constants is part of the stored form: new ones go to the end. */
public enum Count {
    /** Trips that should run; at a stop, calls there. By their scheduled time. */
    SCHEDULED,
    /** Those of them that were seen: a trip at two stops or more. By their scheduled time. */
    SERVED,
    /** Runs (at a stop, visits) on no scheduled trip, or by a second vehicle on one. By the time they were seen. */
    UNSCHEDULED,
    /** Whole metres of all ways that {@link Quantity#RUNNING} is of. */
    METRES,
    /** Scheduled ones that nobody saw, and nobody could: the feed said nothing then. By their scheduled time. */
    UNKNOWN
}
