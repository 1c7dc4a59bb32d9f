package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.dashboard.measure.Registry;
import org.weir.dashboard.measure.WayDay;
import org.weir.dashboard.measure.WayTimes;
import org.weir.dashboard.schedule.Polyline;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.store.SheetStore;
import org.weir.dashboard.store.WayStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Where along its way a route is slow: each 25 m. */
@Path("/api/v1/way-speeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Figures")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class WayResource {
    /** As of any mean speed. */
    private static final int FEWEST = Registry.find("speed").definition().minimumN();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = 100;
    private static final int DAY = 24;

    private final WayStore store;
    private final KnownPlaces known;
    private final Schedules schedules;
    private final Permission permission;

    WayResource(WayStore store, KnownPlaces known, Schedules schedules, Permission permission) {
        this.store = store;
        this.known = known;
        this.schedules = schedules;
        this.permission = permission;
    }

    /**
     * The ways of a route and direction.
     *
     * @param days service dates that count
     * @param cellMetres how long each cell is
     */
    public record Answer(
            FeedId feed,
            String agreement,
            String route,
            int direction,
            LocalDate from,
            LocalDate to,
            int days,
            int cellMetres,
            List<OfWay> ways) {}

    /**
     * One way.
     *
     * @param way its id
     * @param line [longitude, latitude] pairs; null where no kept schedule has it any more
     * @param cells from its beginning on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfWay(String way, double[][] line, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param n passes
     * @param mps metres ÷ mean seconds, standing included; null where n is too small
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(long n, Double mps) {}

    @GET
    @Blocking
    @Operation(
            summary = "Speeds of each 25 m along a route's ways",
            description = "Standing included, at signals and at stops; kept for some months, see the operator's page.")
    @Parameter(name = "feed", in = ParameterIn.QUERY, required = true)
    @Parameter(name = "route", in = ParameterIn.QUERY, required = true)
    @Parameter(name = "direction", in = ParameterIn.QUERY, required = true, schema = @Schema(enumeration = {"0", "1"}))
    @Parameter(name = "from", in = ParameterIn.QUERY, required = true, description = "First service date")
    @Parameter(name = "to", in = ParameterIn.QUERY, required = true, description = "Last; at most 100 days")
    @Parameter(name = "exclude", in = ParameterIn.QUERY, description = "Service dates that do not count, with commas")
    @Parameter(name = "days", in = ParameterIn.QUERY, description = "Such as mon,tue; all where none is given")
    @Parameter(
            name = "hours",
            in = ParameterIn.QUERY,
            description = "Local hours, such as 7,8; all where none is given")
    @APIResponse(responseCode = "200", description = "The ways")
    @APIResponse(responseCode = "400", description = "period-too-long, bad-parameter, missing-field")
    @APIResponse(responseCode = "403", description = "no-agreement, not-allowed")
    @APIResponse(responseCode = "404", description = "unknown-feed, unknown-route")
    @APIResponse(responseCode = "410", description = "agreement-ended")
    public Answer ways(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        FeedId feed = Parameters.feed(query.getFirst("feed"));
        LocalDate from = Parameters.date("from", Parameters.required("from", query.getFirst("from")), null);
        LocalDate to = Parameters.date("to", Parameters.required("to", query.getFirst("to")), null);
        if (from.isAfter(to)) {
            throw new Refusal(ErrorCode.BAD_PARAMETER, "A period begins before it ends.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new Refusal(ErrorCode.PERIOD_TOO_LONG, LONGEST + " days are given at once.");
        }
        Set<LocalDate> exclude = Parameters.dates("exclude", query.getFirst("exclude"));
        Set<DayOfWeek> weekdays = Parameters.weekdays(query.getFirst("days"));
        List<Integer> hours = Parameters.hours(query.getFirst("hours"));
        SheetStore.Line line = new SheetStore.Line(
                Parameters.required("route", query.getFirst("route")),
                Parameters.direction(query.getFirst("direction")));
        String agreement = permission.needed(feed).uid().value();
        List<WayStore.Day> days = store.days(feed.value(), agreement, line, from, to).await().atMost(PATIENCE).stream()
                .filter(day -> !exclude.contains(day.date()))
                .filter(day -> weekdays.contains(day.date().getDayOfWeek()))
                .toList();
        if (days.isEmpty()) {
            known.route(feed, line.route());
        }
        IntPredicate chosen = hour -> hours.isEmpty() || hours.contains(Math.floorMod(hour, DAY));
        return new Answer(
                feed,
                agreement,
                line.route(),
                line.direction(),
                from,
                to,
                (int) days.stream().map(WayStore.Day::date).distinct().count(),
                WayTimes.CELL,
                ways(days, chosen, lines(feed, line)));
    }

    private static List<OfWay> ways(List<WayStore.Day> days, IntPredicate chosen, Map<String, Polyline> lines) {
        Map<String, WayTimes> merged = new TreeMap<>();
        days.forEach(day -> merged.merge(day.way(), WayTimes.read(day.times()), WayTimes::merge));
        List<OfWay> ways = new ArrayList<>();
        merged.forEach((way, times) -> {
            List<Cell> cells = new ArrayList<>(times.cells());
            for (int i = 0; i < times.cells(); i++) {
                cells.add(cell(times, chosen, i));
            }
            ways.add(new OfWay(way, lines.containsKey(way) ? lines.get(way).points() : null, cells));
        });
        return ways;
    }

    private static Cell cell(WayTimes times, IntPredicate chosen, int i) {
        long n = times.passes(chosen, i);
        boolean tooFew = n < FEWEST;
        return new Cell(n, tooFew ? null : (Double) (Math.round(times.speed(chosen, i) * 1000) / 1000.0));
    }

    private Map<String, Polyline> lines(FeedId feed, SheetStore.Line of) {
        Map<String, Polyline> lines = new TreeMap<>();
        schedules.versions(feed).map(ScheduleBook::versions).orElse(List.of()).stream()
                .flatMap(schedule -> schedule.patterns(of.route()).stream())
                .filter(pattern -> pattern.direction() == of.direction())
                .forEach(pattern -> lines.put(
                        WayDay.id(pattern.shape().line()), pattern.shape().line()));
        return lines;
    }
}
