package org.weir.dashboard.street;

import java.util.List;

/**
 * A piece of street in one direction, shared by all routes and agencies that run there.
 *
 * @param id made from where it lies: it stays when routes are added elsewhere
 * @param fromStop the name of the stop at its beginning or the last before it, as the longest way there has them
 * @param toStop of the stop at its end or the first after it
 * @param line [longitude, latitude] pairs, in the direction of travel
 * @param metres its length
 * @param bearing which way it leads from end to end, degrees clockwise from north
 * @param patterns all patterns that run there
 */
public record Street(
        String id,
        String fromStop,
        String toStop,
        double[][] line,
        double metres,
        double bearing,
        List<PatternRef> patterns) {}
