package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.rank.Facts;
import org.weir.dashboard.rank.Finding;
import org.weir.dashboard.rank.Layout;
import org.weir.dashboard.rank.LineKey;
import org.weir.dashboard.rank.Ranked;

/**
 * A place of the ranking, as it is told.
 *
 * @param id by which its evidence is asked for; the same in another period
 * @param rank within its cause
 * @param key the signal, the stop, the first and last stop, or a lane's first street
 * @param fromStop the name of the stop where it begins, or the last before it; of a stop, its own
 * @param toStop where it ends, or the first after it
 * @param level how bad it is, in what the cause says
 * @param saved what a mean day would save if the cause were gone; n: buses that passed
 * @param savedUnit seconds of buses a day
 * @param stability share of draws of the days in which it is among the first of its cause
 * @param busesADay in the hours that count
 * @param crowding riders in per cent of seats, where that is told
 * @param ownDelay seconds a mean day that running takes on its streets beyond their own free flow
 * @param fixedDelay beyond 16 miles an hour, likewise
 * @param scheduleDelay beyond the timetable, standing included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RankedPlace(
        String id,
        String cause,
        int rank,
        String key,
        String fromStop,
        String toStop,
        List<LineKey> lines,
        Double level,
        Figure saved,
        String savedUnit,
        double stability,
        Double busesADay,
        Double crowding,
        Double ownDelay,
        Double fixedDelay,
        Double scheduleDelay) {
    private static final double DIGITS = 1_000;
    private static final String UNIT = "bus seconds a day";

    static RankedPlace of(Rankings.Place place, Layout layout) {
        Ranked ranked = place.ranked();
        Finding finding = ranked.finding();
        Facts facts = place.facts();
        String[] stops = stops(finding, layout);
        return new RankedPlace(
                finding.id(),
                FigureRequest.word(finding.cause()),
                ranked.rank(),
                finding.where().key(),
                stops[0],
                stops[1],
                finding.where().routes(),
                number(finding.level()),
                new Figure(
                        number(ranked.savedADay()),
                        Math.round(facts.buses()),
                        number(facts.completeness()),
                        number(ranked.low()),
                        number(ranked.high()),
                        Figure.Clusters.DAYS,
                        null,
                        null),
                UNIT,
                ranked.stability(),
                number(finding.buses().mean()),
                number(facts.crowding()),
                number(facts.ownDelay()),
                number(facts.fixedDelay()),
                number(facts.scheduleDelay()));
    }

    private static String[] stops(Finding finding, Layout layout) {
        Finding.Where where = finding.where();
        return switch (finding.cause()) {
            case LANE, SIGNAL -> {
                List<String> streets = where.streets();
                yield new String[] {
                    layout.street(streets.get(0)).fromStop(),
                    layout.street(streets.get(streets.size() - 1)).toStop()
                };
            }
            case STOP -> {
                String name = layout.stopName(where.routes().get(0).feed(), where.key());
                yield new String[] {name, name};
            }
            case SCHEDULE -> {
                String feed = where.routes().get(0).feed();
                List<Finding.Step> steps = finding.profile();
                String last = steps.get(steps.size() - 1).at();
                String first = where.key().substring(0, where.key().length() - last.length() - 1);
                yield new String[] {layout.stopName(feed, first), layout.stopName(feed, last)};
            }
        };
    }

    /** To a thousandth; null where it is no number. */
    static Double number(double value) {
        return Double.isFinite(value) ? (Double) (Math.round(value * DIGITS) / DIGITS) : null;
    }
}
