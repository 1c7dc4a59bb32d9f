package org.weir.dashboard.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.store.Schedules;
import org.weir.dashboard.street.Area;
import org.weir.dashboard.street.DrawnCorridor;
import org.weir.dashboard.street.store.Grounds;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Where nothing was found, tells what is not known at all from that at which no bus ran. Asked only then: what has figures
 * is known by them.
 */
@ApplicationScoped
public class KnownPlaces {
    private final Schedules schedules;
    private final Grounds grounds;

    KnownPlaces(Schedules schedules, Grounds grounds) {
        this.schedules = schedules;
        this.grounds = grounds;
    }

    /** @throws Refusal where no version of the schedule that is kept has the route */
    void route(FeedId feed, String route) {
        boolean known = versions(feed).anyMatch(book -> book.versions().stream()
                .anyMatch(version -> version.content().routes().containsKey(route)));
        if (!known) {
            throw new Refusal(ErrorCode.UNKNOWN_ROUTE, feed + " has no route " + route + '.');
        }
    }

    /**
     * Waits for corridors and areas; not for an event loop.
     *
     * @throws Refusal where the route, or the place on it, is not known
     */
    void check(FigureRequest asked) {
        if (!asked.together()) {
            route(asked.feed(), asked.route());
        }
        if (asked.place() == null) {
            return;
        }
        switch (asked.by()) {
            case STOP ->
                onTheWay(asked, pattern -> pattern.stops().stream()
                        .anyMatch(stop -> stop.id().equals(asked.place())));
            case SEGMENT ->
                onTheWay(asked, pattern -> IntStream.range(1, pattern.stops().size())
                        .anyMatch(to -> pattern.segment(to).equals(asked.place())));
            case CORRIDOR ->
                drawn(asked, grounds.present().drawnCorridors().stream().map(DrawnCorridor::id));
            case AREA -> drawn(asked, grounds.present().allAreas().stream().map(Area::id));
            default -> {
                // A route is its own place.
            }
        }
    }

    private void onTheWay(FigureRequest asked, Predicate<StopPattern> has) {
        boolean known = versions(asked.feed()).anyMatch(book -> book.versions().stream()
                .flatMap(version -> version.content().patterns().stream())
                .filter(pattern -> asked.together()
                        || pattern.route().equals(asked.route()) && pattern.direction() == asked.direction())
                .anyMatch(has));
        if (!known) {
            String of = asked.together()
                    ? asked.feed().value()
                    : "Route " + asked.route() + ", direction " + asked.direction() + ',';
            throw new Refusal(
                    ErrorCode.UNKNOWN_PLACE,
                    of + " has no " + FigureRequest.word(asked.by()) + ' ' + asked.place() + '.');
        }
    }

    private static void drawn(FigureRequest asked, Stream<String> ids) {
        if (ids.noneMatch(asked.place()::equals)) {
            throw new Refusal(
                    ErrorCode.UNKNOWN_LAYER,
                    "No " + FigureRequest.word(asked.by()) + " is called " + asked.place()
                            + (asked.by() == Place.Kind.AREA
                                    ? "; an area is named by its layer too: layer/area."
                                    : "."));
        }
    }

    private Stream<ScheduleBook> versions(FeedId feed) {
        return schedules.versions(feed).stream();
    }
}
