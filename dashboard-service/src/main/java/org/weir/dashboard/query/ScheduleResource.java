package org.weir.dashboard.query;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Schedules, for whoever draws a map. */
@Path("/api/v1/schedules")
@Blocking
@RolesAllowed({
    Roles.PLANNER,
    Roles.PUBLISHER,
    Roles.DATA_OFFICER,
    Roles.OPS,
    Roles.COUNSEL,
    Roles.REVIEWER,
    Roles.AUDITOR
})
public class ScheduleResource {
    private static final String GEO_JSON = "application/geo+json";

    private final Schedules schedules;
    private final Clock clock;

    ScheduleResource(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<ScheduleView> all() {
        return schedules.books().stream().map(ScheduleView::of).toList();
    }

    @GET
    @Path("/{feed}")
    @Produces(MediaType.APPLICATION_JSON)
    public ScheduleView one(@PathParam("feed") String feed) {
        return ScheduleView.of(book(feed));
    }

    /**
     * A version that is in use.
     *
     * @param from the first service date it is made for, or null
     * @param to the last
     * @param holds whether it holds on the date asked for
     */
    public record Version(String version, Instant importedAt, LocalDate from, LocalDate to, boolean holds) {}

    @GET
    @Path("/{feed}/versions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "The versions of a schedule that are in use, and which holds on a date (today's, if none is given)")
    public List<Version> versions(@PathParam("feed") String feed, @QueryParam("date") String date) {
        ScheduleBook book = book(feed);
        LocalDate today = clock.instant().atZone(book.timezone()).toLocalDate();
        Schedule holds = book.on(Parameters.date("date", date, today));
        return book.versions().stream()
                .map(each -> new Version(each.version(), book.importedAt(each), each.from(), each.to(), each == holds))
                .toList();
    }

    @GET
    @Path("/{feed}/shapes")
    @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
    public Response shapes(@PathParam("feed") String feed, @Context Request request) {
        return unlessKnown(schedule(feed), request, GeoJson::shapes);
    }

    @GET
    @Path("/{feed}/stops")
    @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
    public Response stops(@PathParam("feed") String feed, @Context Request request) {
        return unlessKnown(schedule(feed), request, GeoJson::stops);
    }

    private Schedule schedule(String feed) {
        return book(feed).newest();
    }

    private ScheduleBook book(String feed) {
        return schedules
                .versions(Parameters.feed(feed))
                .orElseThrow(() -> new Refusal(ErrorCode.SCHEDULE_MISSING, "No schedule was imported for this feed."));
    }

    private static Response unlessKnown(Schedule schedule, Request request, Function<Schedule, byte[]> body) {
        EntityTag tag = new EntityTag(schedule.version());
        Response.ResponseBuilder known = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                known != null ? known : Response.ok(body.apply(schedule)).type(GEO_JSON);
        return answer.tag(tag).header("Cache-Control", "private, no-cache").build();
    }
}
