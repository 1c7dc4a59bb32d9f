package org.weir.dashboard.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Figures with their 95% intervals. What varies by itself is taken to be the service day: buses of one day share its
 * weather and its crashes. Sums and shares: delete-one-day jackknife with Student's t (Efron and Tibshirani 1993).
 * Percentiles: Woodruff (1952), which puts an interval about the share below the value, with the variance between days,
 * and reads both ends from the distribution. Ratios and differences of percentiles: bootstrap over days, seeded by how
 * many they are, so that the same days give the same interval. With fewer than three days, quarter hours stand in.
 */
public final class Figures {
    private static final int FEWEST = 3;
    private static final int RESAMPLES = 400;

    private Figures() {}

    /**
     * A measure over days.
     *
     * @param days one place's sheets, one a service date
     * @param chosen which quarter hours
     * @param terms parameters, quiet hours and the hours that all of it spans
     */
    public static Figure of(Measure measure, List<DaySheet> days, IntPredicate chosen, Terms terms) {
        List<Cell> byDay = days.stream().map(day -> day.over(chosen)).toList();
        if (days.size() >= FEWEST) {
            return of(measure, byDay, Figure.Clusters.DAYS, terms);
        }
        List<Cell> byQuarter = new ArrayList<>();
        for (DaySheet day : days) {
            for (int quarter : day.quarters()) {
                if (chosen.test(quarter)) {
                    byQuarter.add(day.cell(quarter));
                }
            }
        }
        return of(measure, byQuarter, Figure.Clusters.QUARTER_HOURS, terms);
    }

    /** A measure over one cell: what is not told apart has no interval. */
    public static Figure of(Measure measure, Cell cell, Terms terms) {
        return of(measure, List.of(cell), Figure.Clusters.DAYS, terms);
    }

    /** A measure over cells that vary by themselves. */
    static Figure of(Measure measure, List<Cell> cells, Figure.Clusters clusters, Terms terms) {
        Cell whole = merged(cells);
        long n = measure.n(whole, terms);
        long scheduled = whole.count(Count.SCHEDULED);
        Double completeness = scheduled == 0 ? null : (double) whole.count(Count.SERVED) / scheduled;
        double value = measure.value(whole, terms);
        if (n < measure.definition().minimumN()) {
            return new Figure(null, n, completeness, null, null, null, Figure.Missing.TOO_FEW);
        }
        if (!Double.isFinite(value)) {
            return new Figure(null, n, completeness, null, null, null, Figure.Missing.NOT_DEFINED);
        }
        List<Cell> telling =
                cells.stream().filter(cell -> measure.n(cell, terms) > 0).toList();
        double[] ends = telling.size() < FEWEST ? null : interval(measure, telling, whole, value, terms);
        boolean known = ends != null && Double.isFinite(ends[0]) && Double.isFinite(ends[1]);
        return new Figure(
                value,
                n,
                completeness,
                known ? (Double) ends[0] : null,
                known ? (Double) ends[1] : null,
                known ? clusters : null,
                null);
    }

    private static double[] interval(Measure measure, List<Cell> cells, Cell whole, double value, Terms terms) {
        if (measure instanceof Measure.Percentile percentile) {
            return woodruff(percentile, cells, whole);
        }
        Measure.Formula formula = (Measure.Formula) measure;
        return formula.smooth() ? jackknife(formula, cells, whole, value, terms) : bootstrap(formula, cells, terms);
    }

    private static double[] jackknife(
            Measure.Formula measure, List<Cell> cells, Cell whole, double value, Terms terms) {
        int k = cells.size();
        Terms fewer = terms.withHours(terms.hours() * (k - 1) / k);
        double[] without = new double[k];
        double mean = 0;
        for (int i = 0; i < k; i++) {
            without[i] = measure.value(whole.minus(cells.get(i)), fewer);
            mean += without[i] / k;
        }
        double squares = 0;
        for (double each : without) {
            squares += (each - mean) * (each - mean);
        }
        double half = Student.t95(k - 1) * Math.sqrt(squares * (k - 1) / k);
        return new double[] {value - half, value + half};
    }

    private static double[] woodruff(Measure.Percentile measure, List<Cell> cells, Cell whole) {
        int k = cells.size();
        long n = measure.values().apply(whole).n();
        double squares = 0;
        for (Cell cell : cells) {
            double off = measure.below(cell, whole)
                    - measure.share() * measure.values().apply(cell).n();
            squares += off * off;
        }
        double half = Student.t95(k - 1) * Math.sqrt(squares * k / (k - 1)) / n;
        return new double[] {measure.at(whole, measure.share() - half), measure.at(whole, measure.share() + half)};
    }

    private static double[] bootstrap(Measure.Formula measure, List<Cell> cells, Terms terms) {
        SplittableRandom chance = new SplittableRandom(cells.size());
        double[] values = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            Cell.Builder drawn = new Cell.Builder();
            for (int k = 0; k < cells.size(); k++) {
                drawn.add(cells.get(chance.nextInt(cells.size())));
            }
            values[i] = measure.value(drawn.build(), terms);
        }
        Arrays.sort(values);
        return new double[] {values[RESAMPLES / 40], values[RESAMPLES - 1 - RESAMPLES / 40]};
    }

    static Cell merged(List<Cell> cells) {
        Cell.Builder sum = new Cell.Builder();
        cells.forEach(sum::add);
        return sum.build();
    }
}
