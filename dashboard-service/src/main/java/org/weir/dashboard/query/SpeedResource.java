package org.weir.dashboard.query;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.store.SheetStore;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** How fast streets are. */
@Path("/api/v1/segment-speeds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class SpeedResource {
    private static final long LONGEST_DAYS = 366;

    private final SheetStore store;
    private final KnownPlaces known;
    private final Schedules schedules;
    private final Permission permission;
    private final Clock clock;

    SpeedResource(SheetStore store, KnownPlaces known, Schedules schedules, Permission permission, Clock clock) {
        this.store = store;
        this.known = known;
        this.schedules = schedules;
        this.permission = permission;
        this.clock = clock;
    }

    /** The routes with figures, and the service dates that have any. */
    public record RouteList(List<LocalDate> dates, List<RouteFigure> routes) {}

    /**
     * One route and direction; without a mean where n is too small.
     *
     * @param n trips
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record RouteFigure(String route, int direction, long n, Double meanMps) {
        static RouteFigure of(SheetStore.Line line, DaySheet sheet) {
            Figure figure = Figure.of(sheet.whole());
            return new RouteFigure(line.route(), line.direction(), figure.n(), figure.meanMps());
        }
    }

    /** Dates, both included. */
    record Period(LocalDate from, LocalDate to) {
        Period {
            if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
                throw new Refusal(ErrorCode.BAD_PARAMETER, "A period begins before it ends and has at most 366 days.");
            }
        }
    }

    @GET
    public Uni<SegmentSpeeds> speeds(
            @QueryParam("feed") String feed,
            @QueryParam("route") String route,
            @QueryParam("direction") String direction,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("hours") String hours) {
        FeedId id = Parameters.feed(feed);
        Parameters.required("route", route);
        List<Integer> asked = Parameters.hours(hours);
        Parameters.date("from", from, null);
        Parameters.date("to", to, null);
        int way = Parameters.direction(direction);
        ScheduleBook book = schedules
                .versions(id)
                .orElseThrow(() -> new Refusal(ErrorCode.SCHEDULE_MISSING, "No schedule was imported for this feed."));
        AgreementDocument agreement = permission.agreement(id);
        String name = name(agreement);
        return store.dates(id.value(), name)
                .map(dates -> period(dates, from, to, book.timezone()))
                .flatMap(p -> store.ofRoute(id.value(), name, route, way, Place.Kind.SEGMENT, p.from(), p.to())
                        .invoke(values -> {
                            if (values.isEmpty()) {
                                known.route(id, route);
                            }
                        })
                        .map(values -> answer(id, agreement, book, route, way, p, asked, values)));
    }

    private static SegmentSpeeds answer(
            FeedId feed,
            AgreementDocument agreement,
            ScheduleBook book,
            String route,
            int direction,
            Period period,
            List<Integer> asked,
            Map<String, DaySheet> values) {
        return new SegmentSpeeds(
                feed,
                agreement == null
                        ? null
                        : new SegmentSpeeds.AgreementRef(
                                agreement.uid().value(), agreement.title(), agreement.version()),
                route,
                direction,
                period.from(),
                period.to(),
                book.timezone(),
                Figure.DEFINITIONS,
                SegmentList.hours(values.values()),
                new SegmentList(book, route, direction, asked).of(values, period.from(), period.to()));
    }

    @GET
    @Path("/routes")
    public Uni<RouteList> routes(
            @QueryParam("feed") String feed, @QueryParam("from") String from, @QueryParam("to") String to) {
        FeedId id = Parameters.feed(feed);
        String name = name(permission.agreement(id));
        ZoneId zone = permission.zone(id);
        return store.dates(id.value(), name).flatMap(dates -> {
            Period p = period(dates, from, to, zone);
            return store.ofAllRoutes(id.value(), name, p.from(), p.to()).map(lines -> {
                List<RouteFigure> routes = new ArrayList<>();
                lines.forEach((line, sheet) -> routes.add(RouteFigure.of(line, sheet)));
                return new RouteList(dates, routes);
            });
        });
    }

    /** Without dates: the newest service date that has figures. */
    private Period period(List<LocalDate> dates, String from, String to, ZoneId zone) {
        LocalDate newest = dates.isEmpty() ? clock.instant().atZone(zone).toLocalDate() : dates.get(dates.size() - 1);
        LocalDate last = Parameters.date("to", to, from == null || from.isEmpty() ? newest : null);
        LocalDate first = Parameters.date("from", from, last);
        last = last == null ? first : last;
        return new Period(first, last);
    }

    private static String name(AgreementDocument agreement) {
        return agreement == null ? "" : agreement.uid().value();
    }
}
