package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * Which records are in scope. These look at the record, by event time; the agreement's own dates look at the clock.
 *
 * @param where a predicate in CEL over the record's fields, e.g. {@code trip.routeId == "28"}; null for all
 * @param recordsFrom the first event time in scope; null for any
 * @param recordsUntil the first event time behind the scope; null for any
 * @param within the area in scope; null for anywhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refinement(String where, Instant recordsFrom, Instant recordsUntil, Area within) {
    /** One that leaves nothing out; a target says it by saying none. */
    public static final Refinement ALL = new Refinement(null, null, null, null);

    /** A rectangle of degrees (WGS 84); its edges are in it. */
    public record Area(double west, double south, double east, double north) {}
}
