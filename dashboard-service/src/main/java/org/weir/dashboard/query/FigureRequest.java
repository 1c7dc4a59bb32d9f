package org.weir.dashboard.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Registry;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Which figures are asked for.
 *
 * @param place null for all of the kind
 * @param exclude service dates that do not count
 */
record FigureRequest(
        FeedId feed,
        String route,
        int direction,
        Place.Kind by,
        String place,
        List<Measure> measures,
        LocalDate from,
        LocalDate to,
        Set<LocalDate> exclude,
        Grouping group,
        boolean intervals,
        Choices choices) {
    private static final int LONGEST = 366;
    /** So many sheets of a route's every place are read at once. */
    private static final int LONGEST_OF_ALL = 92;

    private static final int FEWEST_MONTHS = 6;
    private static final int MOST_MEASURES = 10;
    private static final List<Place.Kind> KINDS =
            List.of(Place.Kind.ROUTE, Place.Kind.STOP, Place.Kind.SEGMENT, Place.Kind.STRETCH);

    /** @throws Refusal where it cannot be */
    static FigureRequest read(MultivaluedMap<String, String> query) {
        Place.Kind by = kind(query.getFirst("by"));
        String place = by == Place.Kind.ROUTE ? "" : query.getFirst("place");
        LocalDate from = Parameters.date("from", Parameters.required("from", query.getFirst("from")), null);
        LocalDate to = Parameters.date("to", Parameters.required("to", query.getFirst("to")), null);
        if (from.isAfter(to)) {
            throw malformed("A period begins before it ends.");
        }
        int longest = place == null ? LONGEST_OF_ALL : LONGEST;
        if (ChronoUnit.DAYS.between(from, to) >= longest) {
            throw new Refusal(
                    ErrorCode.PERIOD_TOO_LONG,
                    longest + " days are given at once" + (place == null ? " of all places." : "."));
        }
        return new FigureRequest(
                Parameters.feed(query.getFirst("feed")),
                Parameters.required("route", query.getFirst("route")),
                Parameters.direction(query.getFirst("direction")),
                by,
                place,
                measures(Parameters.required("measure", query.getFirst("measure"))),
                from,
                to,
                Parameters.dates("exclude", query.getFirst("exclude")),
                chosen("group", query.getFirst("group"), List.of(Grouping.values()), Grouping.NONE),
                !"no".equals(query.getFirst("intervals")),
                Parameters.choices(query));
    }

    /**
     * Whether it can be told from months whose same weekdays are merged: whole months of one place, none of whose days is
     * left out, and enough of them for an interval.
     */
    boolean wholeMonths() {
        return group.byWeekday()
                && place != null
                && exclude.isEmpty()
                && from.getDayOfMonth() == 1
                && to.plusDays(1).getDayOfMonth() == 1
                && ChronoUnit.MONTHS.between(from, to.plusDays(1)) >= FEWEST_MONTHS;
    }

    static List<Measure> measures(String value) {
        String[] ids = value.split(",");
        if (ids.length > MOST_MEASURES) {
            throw malformed("At most " + MOST_MEASURES + " measures are given at once.");
        }
        return Arrays.stream(ids).map(String::strip).map(Registry::find).toList();
    }

    /** What kind of place; a route where none is named. */
    static Place.Kind kind(String value) {
        return chosen("by", value, KINDS, Place.Kind.ROUTE);
    }

    private static <E extends Enum<E>> E chosen(String name, String value, List<E> from, E otherwise) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        return from.stream()
                .filter(each -> word(each).equals(value))
                .findFirst()
                .orElseThrow(() -> malformed("The parameter " + name + " is one of "
                        + from.stream().map(FigureRequest::word).toList() + '.'));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Refusal malformed(String detail) {
        return new Refusal(ErrorCode.MALFORMED_REQUEST, detail);
    }
}
