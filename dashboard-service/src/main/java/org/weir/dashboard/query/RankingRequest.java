package org.weir.dashboard.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.weir.dashboard.rank.Asked;
import org.weir.dashboard.rank.Cause;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Which dates and hours a ranking is of, and which of its places are told.
 *
 * @param feed null for all that may be read
 * @param cause null for all
 * @param area null for the whole city
 * @param limit places of each cause
 */
record RankingRequest(Period period, FeedId feed, Cause cause, String area, int limit) {
    private static final int LONGEST = 186;
    private static final int LIMIT = 20;
    private static final int MOST = 200;

    /** What counts: equal ones have equal rankings. */
    record Period(LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, Set<LocalDate> exclude, BitSet hours) {
        boolean counts(LocalDate date) {
            return weekdays.contains(date.getDayOfWeek()) && !exclude.contains(date);
        }

        Asked asked() {
            Asked all = Asked.allDay();
            return new Asked(hours, all.top(), all.resamples(), all.seed());
        }
    }

    /** @throws Refusal where it cannot be */
    static RankingRequest read(RankingQuery of, String cause, String area, String limit) {
        return new RankingRequest(
                period(of),
                of.feed == null || of.feed.isEmpty() ? null : Parameters.feed(of.feed),
                cause == null || cause.isEmpty() ? null : cause(cause),
                area == null || area.isEmpty() ? null : area,
                limit == null || limit.isEmpty() ? LIMIT : limit(limit));
    }

    private static int limit(String value) {
        int limit = Parameters.positive("limit", value);
        if (limit > MOST) {
            throw wrong("The parameter limit is " + MOST + " at most.");
        }
        return limit;
    }

    private static Period period(RankingQuery query) {
        LocalDate from = Parameters.date("from", Parameters.required("from", query.from), null);
        LocalDate to = Parameters.date("to", Parameters.required("to", query.to), null);
        if (from.isAfter(to)) {
            throw wrong("A period begins before it ends.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw new Refusal(ErrorCode.PERIOD_TOO_LONG, LONGEST + " days are ranked at once.");
        }
        return new Period(
                from,
                to,
                Parameters.weekdays(query.days),
                Parameters.dates("exclude", query.exclude),
                Parameters.serviceHours(query.hours));
    }

    private static Cause cause(String value) {
        return Arrays.stream(Cause.values())
                .filter(each -> FigureRequest.word(each).equals(value))
                .findFirst()
                .orElseThrow(() -> wrong("The parameter cause is one of "
                        + List.of(Cause.values()).stream()
                                .map(FigureRequest::word)
                                .toList() + '.'));
    }

    private static Refusal wrong(String detail) {
        return new Refusal(ErrorCode.BAD_PARAMETER, detail);
    }
}
