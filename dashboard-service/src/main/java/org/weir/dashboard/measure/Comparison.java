package org.weir.dashboard.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Before and after: the difference of a measure between two periods, like for like. Each day gives one value; a period's
 * value is the mean over weekdays of the means of their days, and only weekdays that both periods have count, weighed by
 * the days of the period that has fewer. The interval is Welch's (1947): each period's days vary about their weekday's
 * mean by its own variance. Days are taken to vary by themselves; a week of snow in one period is to be excluded.
 *
 * @param before the first period's value; NaN without days to compare
 * @param after the second's
 * @param difference after − before
 * @param low lower end of the difference's 95% interval; NaN where days are too few for one
 * @param high its upper end
 * @param daysBefore days that counted
 * @param daysAfter days that counted
 * @param weekdays that were compared
 */
public record Comparison(
        double before,
        double after,
        double difference,
        double low,
        double high,
        int daysBefore,
        int daysAfter,
        Set<DayOfWeek> weekdays) {

    /**
     * One day's cell of the place and the hours that are compared.
     *
     * @param date the service date
     * @param cell what the day has
     */
    public record Day(LocalDate date, Cell cell) {}

    /**
     * Compares.
     *
     * @param excluded dates that do not count: holidays, storms
     * @param terms of a single day
     */
    public static Comparison of(
            Measure measure, List<Day> before, List<Day> after, Set<LocalDate> excluded, Terms terms) {
        Map<DayOfWeek, double[]> first = values(measure, before, excluded, terms);
        Map<DayOfWeek, double[]> second = values(measure, after, excluded, terms);
        first.keySet().retainAll(second.keySet());
        second.keySet().retainAll(first.keySet());
        Map<DayOfWeek, Double> weights = weights(first, second);
        Side one = Side.of(first, weights);
        Side two = Side.of(second, weights);
        double difference = two.mean() - one.mean();
        double half = half(one, two);
        return new Comparison(
                one.mean(),
                two.mean(),
                difference,
                difference - half,
                difference + half,
                one.days(),
                two.days(),
                Set.copyOf(first.keySet()));
    }

    private static Map<DayOfWeek, double[]> values(
            Measure measure, List<Day> days, Set<LocalDate> excluded, Terms terms) {
        Map<DayOfWeek, List<Double>> byWeekday = days.stream()
                .filter(day -> !excluded.contains(day.date()))
                .filter(day -> measure.n(day.cell(), terms) > 0)
                .filter(day -> Double.isFinite(measure.value(day.cell(), terms)))
                .collect(Collectors.groupingBy(
                        day -> day.date().getDayOfWeek(),
                        () -> new EnumMap<>(DayOfWeek.class),
                        Collectors.mapping(day -> measure.value(day.cell(), terms), Collectors.toList())));
        Map<DayOfWeek, double[]> values = new EnumMap<>(DayOfWeek.class);
        byWeekday.forEach((weekday, each) -> values.put(
                weekday, each.stream().mapToDouble(Double::doubleValue).toArray()));
        return values;
    }

    private static Map<DayOfWeek, Double> weights(Map<DayOfWeek, double[]> first, Map<DayOfWeek, double[]> second) {
        Map<DayOfWeek, Double> weights = new EnumMap<>(DayOfWeek.class);
        first.forEach(
                (weekday, days) -> weights.put(weekday, (double) Math.min(days.length, second.get(weekday).length)));
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((weekday, days) -> days / sum);
        return weights;
    }

    private static double half(Side one, Side two) {
        if (one.freedom() < 1 || two.freedom() < 1) {
            return Double.NaN;
        }
        double variance = one.variance() + two.variance();
        double freedom = variance
                * variance
                / (one.variance() * one.variance() / one.freedom() + two.variance() * two.variance() / two.freedom());
        // Days without any difference among them leave nothing to divide by.
        return variance == 0 ? 0 : Student.t95(freedom) * Math.sqrt(variance);
    }

    /**
     * One period.
     *
     * @param variance of its mean
     * @param freedom days beyond one for each weekday
     */
    private record Side(double mean, double variance, int freedom, int days) {
        static Side of(Map<DayOfWeek, double[]> values, Map<DayOfWeek, Double> weights) {
            double mean = 0;
            double squares = 0;
            double spread = 0;
            int days = 0;
            for (Map.Entry<DayOfWeek, double[]> each : values.entrySet()) {
                double[] of = each.getValue();
                double weight = weights.get(each.getKey());
                double own = DoubleStream.of(of).average().orElseThrow();
                mean += weight * own;
                spread += weight * weight / of.length;
                squares += DoubleStream.of(of).map(v -> (v - own) * (v - own)).sum();
                days += of.length;
            }
            int freedom = days - values.size();
            return new Side(days == 0 ? Double.NaN : mean, squares / freedom * spread, freedom, days);
        }
    }
}
