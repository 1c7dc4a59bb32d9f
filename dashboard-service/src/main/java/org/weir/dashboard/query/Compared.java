package org.weir.dashboard.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Comparison;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.measure.Figures;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Hours;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Terms;

/**
 * One measure in two periods.
 *
 * @param before the whole first period's figure
 * @param after the second's
 * @param likeBefore the first period's mean day of those that are compared; null where there is no difference
 * @param likeAfter the second's
 * @param difference likeAfter − likeBefore
 * @param low lower end of its 95% interval; null where days are too few for one
 * @param high its upper end
 * @param daysBefore service dates that were compared
 * @param daysAfter likewise
 * @param weekdays that were compared, 1 is Monday
 * @param missing why there is no difference; null where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Compared(
        Figure before,
        Figure after,
        Double likeBefore,
        Double likeAfter,
        Double difference,
        Double low,
        Double high,
        int daysBefore,
        int daysAfter,
        List<Integer> weekdays,
        Figure.Missing missing) {
    private static final double QUARTERS = 4;

    /** @param chosen which quarter hours count */
    static Compared of(
            Measure measure,
            List<Grouping.Part> before,
            List<Grouping.Part> after,
            IntPredicate chosen,
            Choices choices) {
        // What flows freely is the street's, and not a period's: a lane that was painted meanwhile does not change it.
        Cell.Builder quiet = new Cell.Builder();
        Stream.concat(before.stream(), after.stream())
                .forEach(part -> quiet.add(part.sheet().over(Hours::quiet)));
        Cell still = quiet.build();
        Figure first = figure(measure, before, chosen, choices, still);
        Figure second = figure(measure, after, chosen, choices, still);
        Comparison compared = Comparison.of(
                measure,
                days(before, chosen),
                days(after, chosen),
                Set.of(),
                new Terms(choices, still, hours(before, after, chosen)));
        Figure.Missing missing = missing(first, second, compared);
        boolean told = missing == null;
        return new Compared(
                first,
                second,
                told ? (Double) compared.before() : null,
                told ? (Double) compared.after() : null,
                told ? (Double) compared.difference() : null,
                told && Double.isFinite(compared.low()) ? (Double) compared.low() : null,
                told && Double.isFinite(compared.high()) ? (Double) compared.high() : null,
                compared.daysBefore(),
                compared.daysAfter(),
                compared.weekdays().stream().sorted().map(DayOfWeek::getValue).toList(),
                missing);
    }

    private static Figure.Missing missing(Figure first, Figure second, Comparison compared) {
        if (first.tooFew() || second.tooFew()) {
            return Figure.Missing.TOO_FEW;
        }
        return Double.isFinite(compared.difference()) ? null : Figure.Missing.NOT_DEFINED;
    }

    private static Figure figure(
            Measure measure, List<Grouping.Part> parts, IntPredicate chosen, Choices choices, Cell still) {
        List<DaySheet> sheets = parts.stream().map(Grouping.Part::sheet).toList();
        double hours = hours(parts, List.of(), chosen) * sheets.size();
        return Figures.of(measure, sheets, chosen, new Terms(choices, still, hours));
    }

    private static List<Comparison.Day> days(List<Grouping.Part> parts, IntPredicate chosen) {
        List<Comparison.Day> days = new ArrayList<>();
        parts.forEach(
                part -> days.add(new Comparison.Day(part.date(), part.sheet().over(chosen))));
        return days;
    }

    /** Of clock time that a day spans: the quarter hours in which anything ever was. */
    private static double hours(List<Grouping.Part> some, List<Grouping.Part> others, IntPredicate chosen) {
        return Stream.concat(some.stream(), others.stream())
                        .flatMapToInt(
                                part -> java.util.Arrays.stream(part.sheet().quarters()))
                        .filter(chosen)
                        .distinct()
                        .count()
                / QUARTERS;
    }
}
