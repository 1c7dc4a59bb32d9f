package org.weir.dashboard.movement;

import org.weir.dashboard.schedule.StopPattern;

/** Where a position lies, or why it lies nowhere. */
public sealed interface Match {
    /**
     * On a pattern.
     *
     * @param pattern the pattern
     * @param trip the trip, or empty where only the route is known
     * @param metres along its shape
     * @param away metres from it
     * @param continued whether this goes on from where the vehicle was before, on the same trip
     */
    record Found(StopPattern pattern, String trip, double metres, double away, boolean continued) implements Match {}

    /** Nowhere. */
    record Lost(Unmatched reason) implements Match {}
}
