package org.weir.dashboard.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What is compared.
 *
 * @param place null for all of the kind
 * @param hours of the service day that count
 */
record ComparisonRequest(
        FeedId feed,
        String route,
        int direction,
        Place.Kind by,
        String place,
        List<Measure> measures,
        Period before,
        Period after,
        Set<DayOfWeek> weekdays,
        BitSet hours,
        Set<LocalDate> exclude,
        Choices choices) {
    private static final int LONGEST = 186;
    private static final int LONGEST_OF_ALL = 92;
    private static final int QUARTERS = 4;
    private static final String TO = "\\.\\.";

    /** Service dates, both ends included. */
    public record Period(LocalDate from, LocalDate to) {}

    /** @throws Refusal where it cannot be */
    static ComparisonRequest read(ComparisonQuery of, Choices choices) {
        Place.Kind by = FigureRequest.kind(of.by);
        String place = by == Place.Kind.ROUTE ? "" : of.place;
        int longest = place == null ? LONGEST_OF_ALL : LONGEST;
        Period before = period("before", of.before, longest);
        Period after = period("after", of.after, longest);
        if (!before.from().isAfter(after.to()) && !after.from().isAfter(before.to())) {
            throw wrong("The periods before and after have days in common; a day is compared with others.");
        }
        Set<DayOfWeek> weekdays = Parameters.weekdays(of.days);
        BitSet hours = Parameters.serviceHours(of.hours);
        Set<LocalDate> exclude = Parameters.dates("exclude", of.exclude);
        List<Measure> measures = FigureRequest.measures(Parameters.required("measure", of.measure));
        return new ComparisonRequest(
                Parameters.feed(of.feed),
                Parameters.required("route", of.route),
                Parameters.direction(of.direction),
                by,
                place,
                measures,
                before,
                after,
                weekdays,
                hours,
                exclude,
                choices);
    }

    private static Refusal wrong(String detail) {
        return new Refusal(ErrorCode.BAD_PARAMETER, detail);
    }

    private static Period period(String name, String value, int longest) {
        String[] ends = Parameters.required(name, value).split(TO, -1);
        if (ends.length != 2 || ends[0].isEmpty() || ends[1].isEmpty()) {
            throw new Refusal(
                    ErrorCode.BAD_PARAMETER, "The parameter " + name + " is a period: 2026-03-02..2026-03-29.");
        }
        Period period = new Period(Parameters.date(name, ends[0], null), Parameters.date(name, ends[1], null));
        if (period.from().isAfter(period.to())) {
            throw new Refusal(ErrorCode.BAD_PARAMETER, "A period begins before it ends.");
        }
        if (ChronoUnit.DAYS.between(period.from(), period.to()) >= longest) {
            throw new Refusal(ErrorCode.PERIOD_TOO_LONG, "A period of " + longest + " days is compared at once.");
        }
        return period;
    }

    /** What is read of one of the periods. */
    FigureRequest figures(Period period) {
        return new FigureRequest(
                feed,
                route,
                direction,
                by,
                place,
                measures,
                period.from(),
                period.to(),
                exclude,
                Grouping.NONE,
                false,
                false,
                choices);
    }

    boolean counts(LocalDate date) {
        return weekdays.contains(date.getDayOfWeek()) && !exclude.contains(date);
    }

    /** Whether a quarter hour counts. */
    boolean hour(int quarter) {
        return quarter >= 0 && hours.get(quarter / QUARTERS);
    }
}
