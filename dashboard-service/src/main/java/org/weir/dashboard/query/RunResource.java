package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.store.RouteDate;
import org.weir.dashboard.store.RunStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;

/** What vehicles did on a day, one by one: the string lines of a route. */
@Path("/api/v1/trip-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class RunResource {
    private final RunStore store;
    private final KnownPlaces known;
    private final Permission permission;

    RunResource(RunStore store, KnownPlaces known, Permission permission) {
        this.store = store;
        this.known = known;
        this.permission = permission;
    }

    /**
     * A route and direction on a service date. All times are POSIX seconds.
     *
     * @param begins when the service day begins
     */
    public record Answer(
            FeedId feed,
            String agreement,
            String route,
            int direction,
            LocalDate date,
            ZoneId timezone,
            long begins,
            List<Run> runs) {}

    /**
     * One vehicle on one trip.
     *
     * @param pattern the ordinal in the schedule's version
     * @param assignment how the trip is known
     * @param sure 0 to 1
     * @param metres along the pattern's way
     * @param times when it was there
     */
    public record Run(
            String trip,
            String vehicle,
            String schedule,
            int pattern,
            String assignment,
            float sure,
            int revision,
            List<Visit> visits,
            float[] metres,
            double[] times) {
        static Run of(TripRun run, long begins) {
            return new Run(
                    run.key().trip(),
                    run.key().vehicle(),
                    run.schedule(),
                    run.pattern(),
                    FigureRequest.word(run.assignment().how()),
                    run.assignment().sure(),
                    run.revision(),
                    run.visits().stream().map(visit -> Visit.of(visit, begins)).toList(),
                    run.knots().metres(),
                    run.knots().times());
        }
    }

    /**
     * A vehicle at a stop.
     *
     * @param index the stop's place in the pattern, from 0
     * @param scheduled null where the trip is not known
     * @param gap seconds between the positions around it
     * @param crowding per cent of seats; null where it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Visit(
            int index,
            String stop,
            double arrival,
            double departure,
            Long scheduled,
            float gap,
            String quality,
            Integer crowding) {
        static Visit of(StopVisit visit, long begins) {
            return new Visit(
                    visit.index(),
                    visit.stop(),
                    visit.arrival(),
                    visit.departure(),
                    visit.scheduled() == StopVisit.UNSCHEDULED ? null : (Long) (begins + visit.scheduled()),
                    visit.gap(),
                    FigureRequest.word(visit.quality()),
                    visit.crowding() == StopVisit.UNKNOWN ? null : (Integer) visit.crowding());
        }
    }

    @GET
    @Operation(summary = "Every run of a route and direction on a service date, with its visits and its way in time")
    @APIResponse(responseCode = "200", description = "The runs, by trip and vehicle")
    @APIResponse(responseCode = "400", description = "bad-parameter, missing-field")
    @APIResponse(responseCode = "403", description = "no-agreement, not-allowed")
    @APIResponse(responseCode = "404", description = "unknown-feed, unknown-route")
    @APIResponse(responseCode = "410", description = "agreement-ended")
    public Uni<Answer> runs(
            @QueryParam("feed") String feed,
            @QueryParam("route") String route,
            @QueryParam("direction") String direction,
            @QueryParam("date") String date) {
        FeedId id = Parameters.feed(feed);
        String of = Parameters.required("route", route);
        LocalDate day = Parameters.date("date", Parameters.required("date", date), null);
        int way = Parameters.direction(direction);
        String agreement = permission.needed(id).uid().value();
        ZoneId zone = permission.zone(id);
        long begins = ServiceDate.begin(day, zone);
        return store.of(new RouteDate(id.value(), agreement, of, way, day))
                .invoke(runs -> {
                    if (runs.isEmpty()) {
                        known.route(id, of);
                    }
                })
                .map(runs -> new Answer(
                        id,
                        agreement,
                        of,
                        way,
                        day,
                        zone,
                        begins,
                        runs.stream().map(run -> Run.of(run, begins)).toList()));
    }
}
