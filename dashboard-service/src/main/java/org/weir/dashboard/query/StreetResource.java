package org.weir.dashboard.query;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.street.BusesAnHour;
import org.weir.dashboard.street.FoundCorridor;
import org.weir.dashboard.street.PatternRef;
import org.weir.dashboard.street.Street;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The streets that routes share, as the schedules make them. */
@Path("/api/v1/streets")
@Blocking
@Tag(name = "Streets")
@RolesAllowed({
    Roles.PLANNER,
    Roles.PUBLISHER,
    Roles.DATA_OFFICER,
    Roles.OPS,
    Roles.COUNSEL,
    Roles.REVIEWER,
    Roles.AUDITOR
})
public class StreetResource {
    private static final String GEO_JSON = "application/geo+json";

    /** Ten buses an hour are a bus each six minutes: what lanes are asked for from. */
    private static final int MANY_BUSES = 10;

    private static final double SHORTEST_CORRIDOR = 600;

    private final Grounds grounds;
    private final Schedules schedules;
    private final Clock clock;

    StreetResource(Grounds grounds, Schedules schedules, Clock clock) {
        this.grounds = grounds;
        this.schedules = schedules;
        this.clock = clock;
    }

    @GET
    @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Streets in one direction each, with the routes of all agencies that run there",
            description = "By the versions of schedules imported last; with a feed, those that it runs on.")
    public byte[] streets(@QueryParam("feed") String feed) {
        FeedId id = feed == null || feed.isEmpty() ? null : Parameters.feed(feed);
        if (id != null && schedules.find(id).isEmpty()) {
            throw new Refusal(ErrorCode.SCHEDULE_MISSING, "No schedule was imported for this feed.");
        }
        Map<FeedId, String> present = new HashMap<>();
        schedules.books().forEach(book -> present.put(book.feed(), book.newest().version()));
        Predicate<PatternRef> runs = pattern -> pattern.version().equals(present.get(pattern.feed()));
        Predicate<PatternRef> asked = pattern -> id == null || pattern.feed().equals(id);
        return GeoJson.streets(
                grounds.net().streets().stream()
                        .filter(street -> street.patterns().stream().anyMatch(runs.and(asked)))
                        .toList(),
                runs);
    }

    /**
     * A corridor that the schedules make.
     *
     * @param busesAnHour the fewest scheduled on any of its streets in that street's busiest hour
     * @param streets ids, in order
     * @param line [longitude, latitude] pairs
     */
    public record Corridor(
            String id,
            String fromStop,
            String toStop,
            long metres,
            int busesAnHour,
            List<String> streets,
            List<double[]> line) {}

    @GET
    @Path("/corridors")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Chains of streets with many scheduled buses, the longest first",
            description = "buses: how many in the busiest hour of the date, 10 where none is given; the date: today.")
    public List<Corridor> corridors(@QueryParam("buses") String buses, @QueryParam("date") String date) {
        int least = buses == null || buses.isEmpty() ? MANY_BUSES : Parameters.positive("buses", buses);
        LocalDate given = Parameters.date("date", date, null);
        BusesAnHour planned = new BusesAnHour(
                schedules.books().stream().map(book -> plan(book, given)).toList());
        return FoundCorridor.in(grounds.net(), planned::on, least, SHORTEST_CORRIDOR).stream()
                .map(found -> view(found, planned))
                .toList();
    }

    private ServicePlan plan(ScheduleBook book, LocalDate given) {
        LocalDate date = given == null ? clock.instant().atZone(book.timezone()).toLocalDate() : given;
        return ServicePlan.of(book.on(date), date);
    }

    private static Corridor view(FoundCorridor found, BusesAnHour planned) {
        return new Corridor(
                found.id(),
                found.fromStop(),
                found.toStop(),
                Math.round(found.metres()),
                found.streets().stream().mapToInt(planned::on).min().orElse(0),
                found.streets().stream().map(Street::id).toList(),
                found.streets().stream()
                        .flatMap(street -> List.of(street.line()).stream())
                        .toList());
    }
}
