package org.weir.dashboard.query;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.weir.dashboard.schedule.Schedule;
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

    ScheduleResource(Schedules schedules) {
        this.schedules = schedules;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<ScheduleView> all() {
        return schedules.all().stream().map(ScheduleView::of).toList();
    }

    @GET
    @Path("/{feed}")
    @Produces(MediaType.APPLICATION_JSON)
    public ScheduleView one(@PathParam("feed") String feed) {
        return ScheduleView.of(schedule(feed));
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
        return schedules
                .find(Parameters.feed(feed))
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
