package org.weir.dashboard.rank;

/** A number for each day and hour of a period. */
public final class Grid {
    private final double[][] values;

    Grid(int days) {
        values = new double[days][Hours.ALL];
    }

    void add(int day, int hour, double value) {
        values[day][hour] += value;
    }

    Grid times(double factor) {
        Grid product = new Grid(values.length);
        for (int day = 0; day < values.length; day++) {
            for (int hour = 0; hour < Hours.ALL; hour++) {
                product.values[day][hour] = factor * values[day][hour];
            }
        }
        return product;
    }

    Grid plus(Grid other) {
        Grid sum = times(1);
        for (int day = 0; day < values.length; day++) {
            for (int hour = 0; hour < Hours.ALL; hour++) {
                sum.values[day][hour] += other.values[day][hour];
            }
        }
        return sum;
    }

    public int days() {
        return values.length;
    }

    public double at(int day, int hour) {
        return values[day][hour];
    }

    public double ofDay(int day) {
        double sum = 0;
        for (double value : values[day]) {
            sum += value;
        }
        return sum;
    }

    /** Mean over days. */
    public double ofHour(int hour) {
        double sum = 0;
        for (double[] day : values) {
            sum += day[hour];
        }
        return sum / values.length;
    }

    /** The mean day. */
    public double mean() {
        double sum = 0;
        for (int day = 0; day < values.length; day++) {
            sum += ofDay(day);
        }
        return sum / values.length;
    }
}
