package org.weir.dashboard.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.measure.Figures;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Quantity;
import org.weir.dashboard.measure.Registry;
import org.weir.dashboard.measure.Terms;

/**
 * Figures of a place by service date and hour: {@code n} observations, completeness, then one column for each measure,
 * named as in the registry. Where n is below what a measure asks for, its cell is empty. Hours are the service day's: 25
 * is one o'clock in the night that follows. There are no intervals: an hour alone has none.
 */
public final class HourTable implements SheetTable {
    private static final int QUARTERS = 4;

    private final Place.Kind kind;
    private final Quantity counted;
    private final List<Measure> measures;
    private final Choices choices;
    private final Ground ground;
    private final List<Column> columns = new ArrayList<>();

    private HourTable(Place.Kind kind, Quantity counted, List<String> measures, Choices choices, Ground ground) {
        this.kind = kind;
        this.counted = counted;
        this.measures = measures.stream().map(Registry::find).toList();
        this.choices = choices;
        this.ground = ground;
        columns.addAll(List.of(Column.date("service_date"), Column.text("route_id"), Column.whole("direction_id")));
        columns.addAll(
                kind == Place.Kind.STOP
                        ? List.of(Column.text("stop_id"))
                        : List.of(Column.text("from_stop_id"), Column.text("to_stop_id")));
        columns.addAll(List.of(Column.whole("hour"), Column.whole("n"), Column.number("completeness")));
        measures.forEach(id -> columns.add(Column.number(id.replace('-', '_'))));
    }

    /** From stop to stop; metres a second. */
    public static HourTable speeds(Choices choices, Ground ground) {
        return new HourTable(
                Place.Kind.SEGMENT,
                Quantity.RUNNING,
                List.of("speed", "running-speed", "speed-p10", "speed-p50", "speed-p90"),
                choices,
                ground);
    }

    /** At stops; seconds and shares. */
    public static HourTable headways(Choices choices, Ground ground) {
        return new HourTable(
                Place.Kind.STOP,
                Quantity.HEADWAY,
                List.of(
                        "headway",
                        "average-wait",
                        "scheduled-wait",
                        "excess-wait",
                        "wait-p50",
                        "wait-p90",
                        "headway-regularity",
                        "bunched",
                        "big-gap"),
                choices,
                ground);
    }

    @Override
    public Place.Kind kind() {
        return kind;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public void add(Day day, Rows to) throws IOException {
        int hour = Integer.MIN_VALUE;
        Cell.Builder cell = new Cell.Builder();
        for (int quarter : day.sheet().quarters()) {
            if (Math.floorDiv(quarter, QUARTERS) != hour) {
                write(day, hour, cell.build(), to);
                hour = Math.floorDiv(quarter, QUARTERS);
                cell = new Cell.Builder();
            }
            cell.add(day.sheet().cell(quarter));
        }
        write(day, hour, cell.build(), to);
    }

    private void write(Day day, int hour, Cell cell, Rows to) throws IOException {
        if (!cell.has(counted)) {
            return;
        }
        Terms terms = new Terms(choices, Cell.EMPTY, 1);
        Object[] row = new Object[columns.size()];
        int next = 0;
        row[next++] = day.date();
        row[next++] = day.route();
        row[next++] = (long) day.direction();
        double[][] where;
        if (kind == Place.Kind.STOP) {
            row[next++] = day.place();
            where = ground.stop(day.place(), day.date());
        } else {
            Ground.Segment segment = ground.segment(day.route(), day.direction(), day.place(), day.date());
            row[next++] = segment.from();
            row[next++] = segment.to();
            where = segment.way();
        }
        row[next++] = (long) hour;
        row[next++] = cell.of(counted).n();
        List<Figure> figures = measures.stream()
                .map(measure -> Figures.of(measure, cell, terms))
                .toList();
        row[next++] = completeness(figures.get(0));
        for (Figure figure : figures) {
            row[next++] = rounded(figure);
        }
        to.add(where, row);
    }

    static Double completeness(Figure figure) {
        return figure.completeness() == null ? null : (Double) (Math.round(figure.completeness() * 10_000) / 10_000.0);
    }

    static Double rounded(Figure figure) {
        return figure.value() == null ? null : (Double) (Math.round(figure.value() * 1_000) / 1_000.0);
    }
}
