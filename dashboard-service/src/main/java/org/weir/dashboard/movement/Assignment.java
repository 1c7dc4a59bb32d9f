package org.weir.dashboard.movement;

/**
 * How a vehicle's trip is known.
 *
 * @param how from where
 * @param sure 0 to 1
 */
public record Assignment(How how, float sure) {
    public static final Assignment GIVEN = new Assignment(How.GIVEN, 1);

    /** Where the trip's id is from. A fixed vocabulary. */
    public enum How {
        /** The feed says it, and the positions agree. */
        GIVEN,
        /** The feed says another; the positions cannot be that trip. */
        CORRECTED,
        /** The feed says none; route, place and time suit this one. */
        INFERRED,
        /** No scheduled trip suits; only the pattern is known. */
        PATTERN_ONLY
    }
}
