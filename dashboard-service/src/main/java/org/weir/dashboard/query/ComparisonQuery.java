package org.weir.dashboard.query;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What two periods are compared of: as it came. */
public final class ComparisonQuery {
    @QueryParam("feed")
    @Parameter(required = true)
    public String feed;

    @QueryParam("route")
    @Parameter(required = true)
    public String route;

    @QueryParam("direction")
    @Parameter(required = true, schema = @Schema(enumeration = {"0", "1"}))
    public String direction;

    @QueryParam("by")
    @Parameter(
            schema =
                    @Schema(
                            enumeration = {"route", "stop", "segment", "corridor", "area"},
                            defaultValue = "route"))
    public String by;

    @QueryParam("place")
    @Parameter(description = "A stop's id, or fromStop>toStop; all of the kind where none is named")
    public String place;

    @QueryParam("measure")
    @Parameter(
            required = true,
            description = "Ids of the registry with commas, at most 10",
            example = "excess-wait,bunched")
    public String measure;

    @QueryParam("before")
    @Parameter(required = true, description = "First and last service date", example = "2026-03-02..2026-03-29")
    public String before;

    @QueryParam("after")
    @Parameter(required = true, description = "Likewise; before it, or after it", example = "2026-06-01..2026-06-28")
    public String after;

    @QueryParam("days")
    @Parameter(description = "Weekdays with commas; all where none is named", example = "mon,tue,wed,thu,fri")
    public String days;

    @QueryParam("hours")
    @Parameter(
            description = "Hours of the service day and ranges of them; all where none is named",
            example = "7,8,16-18")
    public String hours;

    @QueryParam("exclude")
    @Parameter(description = "Service dates that do not count, with commas", example = "2026-07-04,2026-11-26")
    public String exclude;
}
