package org.weir.dashboard.query;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which dates and hours of which feeds a ranking, or a place of it, is asked of: as it came. */
public final class RankingQuery {
    @QueryParam("from")
    @Parameter(required = true, description = "First service date")
    public String from;

    @QueryParam("to")
    @Parameter(required = true, description = "Last service date, of 186 at most")
    public String to;

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

    @QueryParam("feed")
    @Parameter(description = "All that may be read where none is named")
    public String feed;
}
