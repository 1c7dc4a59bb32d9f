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
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    /** How many dates with runs are looked through for one that has figures; a week holds days of every kind. */
    private static final int MOST_LOOKED_AT = 7;

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

    /**
     * The routes with runs, and the service dates that have any.
     *
     * @param dates all of them, in order; a day that has only begun is among them before it has figures
     * @param from the first date that the routes' figures are of
     * @param to the last
     */
    public record RouteList(List<LocalDate> dates, LocalDate from, LocalDate to, List<RouteFigure> routes) {}

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
    @Operation(
            summary = "How fast a route's segments are",
            description = "Without from and to, on the newest service date on which a route of the feed has a figure.")
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
                .flatMap(dates -> period(new Feed(id.value(), name, book.timezone()), dates, from, to))
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
    @Operation(
            summary = "The routes that have runs, and the service dates",
            description =
                    "Without from and to, of the newest service date on which a route has a figure: a day that has"
                            + " only begun has none yet. The answer's from and to say which.")
    public Uni<RouteList> routes(
            @QueryParam("feed") String feed, @QueryParam("from") String from, @QueryParam("to") String to) {
        FeedId id = Parameters.feed(feed);
        String name = name(permission.agreement(id));
        Feed of = new Feed(id.value(), name, permission.zone(id));
        return store.dates(id.value(), name).flatMap(dates -> period(of, dates, from, to)
                .flatMap(p -> routes(of, p).map(routes -> new RouteList(dates, p.from(), p.to(), routes))));
    }

    /** Under which agreement a feed is read, and where its days begin. */
    private record Feed(String id, String agreement, ZoneId zone) {}

    private Uni<List<RouteFigure>> routes(Feed of, Period period) {
        return store.ofAllRoutes(of.id(), of.agreement(), period.from(), period.to())
                .map(lines -> {
                    List<RouteFigure> routes = new ArrayList<>();
                    lines.forEach((line, sheet) -> routes.add(RouteFigure.of(line, sheet)));
                    return routes;
                });
    }

    /** What is asked for; without dates, the newest service date that has figures. */
    private Uni<Period> period(Feed of, List<LocalDate> dates, String from, String to) {
        LocalDate last = Parameters.date("to", to, null);
        LocalDate first = Parameters.date("from", from, last);
        if (first != null) {
            return Uni.createFrom().item(new Period(first, last == null ? first : last));
        }
        return newest(of, dates, dates.size() - 1).map(newest -> new Period(newest, newest));
    }

    /** The newest with a figure of some route; a day that has only begun has none, and stands only where no day has. */
    private Uni<LocalDate> newest(Feed of, List<LocalDate> dates, int at) {
        int last = dates.size() - 1;
        if (last < 0) {
            return Uni.createFrom().item(clock.instant().atZone(of.zone()).toLocalDate());
        }
        if (at < 0 || last - at >= MOST_LOOKED_AT) {
            return Uni.createFrom().item(dates.get(last));
        }
        LocalDate date = dates.get(at);
        return routes(of, new Period(date, date))
                .flatMap(routes -> routes.stream().anyMatch(route -> route.meanMps() != null)
                        ? Uni.createFrom().item(date)
                        : newest(of, dates, at - 1));
    }

    private static String name(AgreementDocument agreement) {
        return agreement == null ? "" : agreement.uid().value();
    }
}
