package org.weir.dashboard.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Hours;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Parameter;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Registry;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Which figures are asked for.
 *
 * @param route null for all routes together: at a stop, corridor or area
 * @param place null for all of the kind
 * @param exclude service dates that do not count
 * @param peak whether only the peaks are asked for
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
        boolean peak,
        Choices choices) {
    private static final int LONGEST = 366;
    /** So many sheets of a route's every place are read at once. */
    private static final int LONGEST_OF_ALL = 92;

    private static final int FEWEST_MONTHS = 6;
    private static final int MOST_MEASURES = 10;
    private static final List<Place.Kind> KINDS =
            List.of(Place.Kind.ROUTE, Place.Kind.STOP, Place.Kind.SEGMENT, Place.Kind.CORRIDOR, Place.Kind.AREA);

    /** @throws Refusal where it cannot be */
    static FigureRequest read(MultivaluedMap<String, String> query) {
        Place.Kind by = kind(query.getFirst("by"));
        String place = place(by, query.getFirst("place"));
        LocalDate from = Parameters.date("from", Parameters.required("from", query.getFirst("from")), null);
        LocalDate to = Parameters.date("to", Parameters.required("to", query.getFirst("to")), null);
        if (from.isAfter(to)) {
            throw wrong("A period begins before it ends.");
        }
        String route = query.getFirst("route");
        boolean together = route == null && by != Place.Kind.ROUTE && by != Place.Kind.SEGMENT;
        boolean many = together && by != Place.Kind.STOP || place == null;
        int longest = many ? LONGEST_OF_ALL : LONGEST;
        if (ChronoUnit.DAYS.between(from, to) >= longest) {
            throw new Refusal(
                    ErrorCode.PERIOD_TOO_LONG,
                    longest + " days are given at once" + (many ? " of all places or routes." : "."));
        }
        Set<LocalDate> exclude = Parameters.dates("exclude", query.getFirst("exclude"));
        Grouping group = chosen("group", query.getFirst("group"), List.of(Grouping.values()), Grouping.NONE);
        boolean intervals =
                word("intervals", query.getFirst("intervals"), "yes", "no").equals("yes");
        boolean peak = peak(query);
        Choices choices = Parameters.choices(query);
        List<Measure> measures = measures(Parameters.required("measure", query.getFirst("measure")));
        return new FigureRequest(
                Parameters.feed(query.getFirst("feed")),
                together ? null : Parameters.required("route", route),
                together ? 0 : Parameters.direction(query.getFirst("direction")),
                by,
                together ? Parameters.required("place", place) : place,
                measures,
                from,
                to,
                exclude,
                group,
                intervals,
                peak,
                choices);
    }

    /** Which quarter hours are asked for. */
    IntPredicate hours() {
        return peak ? quarter -> Hours.peak(quarter, choices) : quarter -> true;
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

    /** Whether all routes are asked for together. */
    boolean together() {
        return route == null;
    }

    static List<Measure> measures(String value) {
        List<String> ids = Parameters.list("measure", value);
        if (ids.size() > MOST_MEASURES) {
            throw wrong("At most " + MOST_MEASURES + " measures are given at once.");
        }
        return ids.stream().distinct().map(Registry::find).toList();
    }

    /** What kind of place; a route where none is named. */
    static Place.Kind kind(String value) {
        return chosen("by", value, KINDS, Place.Kind.ROUTE);
    }

    /** Null for all of the kind. */
    private static String place(Place.Kind by, String value) {
        boolean given = value != null && !value.isEmpty();
        if (by == Place.Kind.ROUTE && given) {
            throw wrong("A place is asked for with what kind it is of, such as by=stop.");
        }
        return by == Place.Kind.ROUTE ? "" : given ? value : null;
    }

    private static boolean peak(MultivaluedMap<String, String> query) {
        boolean peak = word("hours", query.getFirst("hours"), "all", "peak").equals("peak");
        if (!peak && query.containsKey(Parameter.PEAKS.id())) {
            throw wrong("Which hours the peaks are is chosen with hours=peak.");
        }
        return peak;
    }

    /** One of two words; the first where none is given. */
    private static String word(String name, String value, String otherwise, String other) {
        if (value == null || value.isEmpty() || value.equals(otherwise)) {
            return otherwise;
        }
        if (value.equals(other)) {
            return other;
        }
        throw wrong("The parameter " + name + " is " + otherwise + " or " + other + '.');
    }

    private static <E extends Enum<E>> E chosen(String name, String value, List<E> from, E otherwise) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        return from.stream()
                .filter(each -> word(each).equals(value))
                .findFirst()
                .orElseThrow(() -> wrong("The parameter " + name + " is one of "
                        + from.stream().map(FigureRequest::word).toList() + '.'));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Refusal wrong(String detail) {
        return new Refusal(ErrorCode.BAD_PARAMETER, detail);
    }
}
