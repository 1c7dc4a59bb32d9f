package org.weir.dashboard.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Figures with their 95% intervals. What varies by itself is taken to be the service day: buses of one day share its
 * weather and its crashes. Sums, shares and percentiles of waits: delete-one-day jackknife with Student's t (Efron and
 * Tibshirani 1993); of what is told by clock time, days on which nothing came count too. Percentiles: Woodruff (1952), which puts an interval about the share below the value, with the variance between days,
 * and reads both ends from the distribution. Ratios and differences of percentiles: bootstrap over days, seeded by how
 * many they are, so that the same days give the same interval. With fewer than three days, quarter hours stand in.
 */
public final class Figures {
    private static final int FEWEST = 3;
    private static final int RESAMPLES = 400;

    private Figures() {}

    /**
     * What varies by itself.
     *
     * @param cell what it has, perhaps nothing
     * @param hours of clock time that it spans
     */
    record Cluster(Cell cell, double hours) {}

    /**
     * A measure over days.
     *
     * @param days one place's sheets, one a service date; those on which nothing came are empty
     * @param chosen which quarter hours
     * @param terms parameters, quiet hours and the hours that all of it spans
     */
    public static Figure of(Measure measure, List<DaySheet> days, IntPredicate chosen, Terms terms) {
        if (days.size() >= FEWEST) {
            List<Cell> byDay = days.stream().map(day -> day.over(chosen)).toList();
            return of(measure, clusters(byDay, terms), Figure.Clusters.DAYS, terms);
        }
        List<Cell> byQuarter = new ArrayList<>();
        for (DaySheet day : days) {
            for (int quarter : day.quarters()) {
                if (chosen.test(quarter)) {
                    byQuarter.add(day.cell(quarter));
                }
            }
        }
        // Those in which nothing came.
        while (byQuarter.size() < Math.round(terms.hours() * 3600 / DaySheet.QUARTER)) {
            byQuarter.add(Cell.EMPTY);
        }
        return of(measure, clusters(byQuarter, terms), Figure.Clusters.QUARTER_HOURS, terms);
    }

    private static List<Cluster> clusters(List<Cell> cells, Terms terms) {
        double hours = terms.hours() / cells.size();
        return cells.stream().map(cell -> new Cluster(cell, hours)).toList();
    }

    /** A measure over one cell: what is not told apart has no interval. */
    public static Figure of(Measure measure, Cell cell, Terms terms) {
        return of(measure, List.of(new Cluster(cell, terms.hours())), Figure.Clusters.DAYS, terms);
    }

    /** A measure over what varies by itself. */
    static Figure of(Measure measure, List<Cluster> all, Figure.Clusters clusters, Terms terms) {
        Cell whole = merged(cells(all));
        long n = measure.n(whole, terms);
        long scheduled = whole.count(Count.SCHEDULED);
        Double completeness = scheduled == 0 ? null : (double) whole.count(Count.SERVED) / scheduled;
        double value = measure.value(whole, terms);
        if (n < measure.definition().minimumN()) {
            return Figure.none(n, completeness, Figure.Missing.TOO_FEW);
        }
        if (!Double.isFinite(value)) {
            return Figure.none(n, completeness, Figure.Missing.NOT_DEFINED);
        }
        double[] ends = interval(measure, all, whole, value, terms);
        boolean known = ends != null && Double.isFinite(ends[0]) && Double.isFinite(ends[1]);
        return new Figure(
                value,
                n,
                completeness,
                known ? (Double) ends[0] : null,
                known ? (Double) ends[1] : null,
                known ? clusters : null,
                measure == HeadwayMeasures.REGULARITY ? Regularity.of(value) : null,
                null);
    }

    /** Null where too few of them have an observation. */
    private static double[] interval(Measure measure, List<Cluster> all, Cell whole, double value, Terms terms) {
        List<Cluster> telling =
                all.stream().filter(each -> measure.n(each.cell(), terms) > 0).toList();
        if (telling.size() < FEWEST) {
            return null;
        }
        if (measure instanceof Measure.Percentile percentile) {
            return woodruff(percentile, cells(telling), whole);
        }
        Measure.Formula formula = (Measure.Formula) measure;
        return switch (formula.interval()) {
            case JACKKNIFE -> jackknife(formula, telling, whole, value, terms);
            case JACKKNIFE_BY_CLOCK -> jackknife(formula, all, whole, value, terms);
            case BOOTSTRAP -> bootstrap(formula, cells(telling), value, terms);
        };
    }

    private static List<Cell> cells(List<Cluster> clusters) {
        return clusters.stream().map(Cluster::cell).toList();
    }

    private static double[] jackknife(
            Measure.Formula measure, List<Cluster> clusters, Cell whole, double value, Terms terms) {
        int k = clusters.size();
        double[] without = new double[k];
        double mean = 0;
        for (int i = 0; i < k; i++) {
            Cluster left = clusters.get(i);
            without[i] = measure.value(whole.minus(left.cell()), terms.withHours(terms.hours() - left.hours()));
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

    /**
     * Days drawn again resemble each other more than days do, and few of them tell little of how far others lie: about the
     * value, the middle 95% of what is drawn is made as much wider as an interval of a mean would be.
     */
    private static double[] bootstrap(Measure.Formula measure, List<Cell> cells, double value, Terms terms) {
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
        double k = cells.size();
        double wider = Student.t95(k - 1) / Student.NORMAL * Math.sqrt(k / (k - 1));
        return new double[] {
            value - wider * (value - values[RESAMPLES / 40]),
            value + wider * (values[RESAMPLES - 1 - RESAMPLES / 40] - value)
        };
    }

    static Cell merged(List<Cell> cells) {
        Cell.Builder sum = new Cell.Builder();
        cells.forEach(sum::add);
        return sum.build();
    }
}
