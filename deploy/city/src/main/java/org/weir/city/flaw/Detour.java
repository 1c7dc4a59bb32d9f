package org.weir.city.flaw;

import java.time.LocalDate;

/**
 * A stretch on which a trip is seen beside its route. The truth about the stops in between stands as if it had not left.
 *
 * @param from metres along the trip's shape
 * @param to metres along the trip's shape
 * @param aside how far to the right of its route it goes in the middle (left where negative), metres
 */
public record Detour(LocalDate serviceDate, String trip, double from, double to, double aside) {
    /** How far beside its route the bus is; it leaves and returns as gently as a cosine. */
    double asideAt(double along) {
        return along <= from || along >= to
                ? 0
                : aside / 2 * (1 - Math.cos(2 * Math.PI * (along - from) / (to - from)));
    }
}
