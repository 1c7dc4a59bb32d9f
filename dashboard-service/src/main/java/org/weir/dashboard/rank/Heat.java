package org.weir.dashboard.rank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.weir.dashboard.measure.Student;

/**
 * When it is worst at a place: one weekday and hour.
 *
 * @param weekday 1 is Monday
 * @param hour of the service day: 25 is one o'clock in the night after
 * @param days service dates of that weekday
 * @param buses that passed on all of them
 * @param saved seconds that would be saved in that hour of a mean one of them
 * @param low of its 95% interval, by Student's t over the dates; NaN of fewer than three
 * @param high of it
 */
public record Heat(int weekday, int hour, int days, double buses, double saved, double low, double high) {
    private static final int FEWEST = 3;

    /** By weekday and hour; those in which no bus passed are left out. */
    public static List<Heat> of(Finding finding, List<LocalDate> dates) {
        List<Heat> table = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            int[] days = IntStream.range(0, dates.size())
                    .filter(day -> dates.get(day).getDayOfWeek() == weekday)
                    .toArray();
            for (int hour = 0; days.length > 0 && hour < Hours.ALL; hour++) {
                double buses = Arrays.stream(at(finding.buses(), days, hour)).sum();
                if (buses > 0) {
                    table.add(of(weekday.getValue(), hour, buses, at(finding.saved(), days, hour)));
                }
            }
        }
        return table;
    }

    private static double[] at(Grid grid, int[] days, int hour) {
        return Arrays.stream(days).mapToDouble(day -> grid.at(day, hour)).toArray();
    }

    private static Heat of(int weekday, int hour, double buses, double[] saved) {
        int n = saved.length;
        double mean = Arrays.stream(saved).sum() / n;
        double squares = Arrays.stream(saved).map(s -> (s - mean) * (s - mean)).sum();
        double half = n < FEWEST ? Double.NaN : Student.t95(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Heat(weekday, hour, n, buses, mean, mean - half, mean + half);
    }
}
