package org.weir.dashboard.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.measure.Figures;
import org.weir.dashboard.measure.Hours;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Terms;

/**
 * Measures of places by service date, one row each, as figures by day are. A place's own free flow is that of its quiet
 * hours over all the days that are asked for, so that its days are held until the next place begins. Where there is no
 * value, {@code missing} says why. There are no intervals: a day alone has none worth the name.
 */
public final class MeasureTable implements SheetTable {
    private static final List<Column> COLUMNS = List.of(
            Column.date("service_date"),
            Column.text("route_id"),
            Column.whole("direction_id"),
            Column.text("place_kind"),
            Column.text("place_id"),
            Column.text("measure_id"),
            Column.number("value"),
            Column.text("unit"),
            Column.whole("n"),
            Column.number("completeness"),
            Column.text("grade"),
            Column.text("missing"));
    private static final String[] KINDS = StopVisitTable.words(Place.Kind.values());
    private static final String[] MISSING = StopVisitTable.words(Figure.Missing.values());

    private final Place.Kind kind;
    private final List<Measure> measures;
    private final Choices choices;
    private final List<Held> held = new ArrayList<>();
    private Cell.Builder quiet = new Cell.Builder();
    private Day place;

    /** A day of the place that is being taken, without its quarter hours. */
    private record Held(LocalDate date, Cell whole, double hours) {}

    public MeasureTable(Place.Kind kind, List<Measure> measures, Choices choices) {
        this.kind = kind;
        this.measures = measures;
        this.choices = choices;
    }

    @Override
    public Place.Kind kind() {
        return kind;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void add(Day day, Rows to) throws IOException {
        if (place != null && !place.samePlace(day)) {
            end(to);
        }
        place = day;
        quiet.add(day.sheet().over(Hours::quiet));
        held.add(new Held(day.date(), day.sheet().whole(), DaySheet.hours(List.of(day.sheet()))));
    }

    @Override
    public void end(Rows to) throws IOException {
        Cell still = quiet.build();
        for (Held day : held) {
            write(day, new Terms(choices, still, day.hours()), to);
        }
        held.clear();
        quiet = new Cell.Builder();
    }

    private void write(Held day, Terms terms, Rows to) throws IOException {
        for (Measure measure : measures) {
            Figure figure = Figures.of(measure, day.whole(), terms);
            to.add(
                    null,
                    day.date(),
                    place.route(),
                    (long) place.direction(),
                    KINDS[kind.ordinal()],
                    place.place().isEmpty() ? null : place.place(),
                    measure.definition().id(),
                    HourTable.rounded(figure),
                    measure.definition().unit(),
                    figure.n(),
                    HourTable.completeness(figure),
                    figure.grade() == null ? null : figure.grade().name(),
                    figure.missing() == null ? null : MISSING[figure.missing().ordinal()]);
        }
    }
}
