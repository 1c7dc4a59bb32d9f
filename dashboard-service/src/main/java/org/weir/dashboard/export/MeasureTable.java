package org.weir.dashboard.export;

import java.io.IOException;
import java.util.List;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.measure.Figures;
import org.weir.dashboard.measure.Hours;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Terms;

/**
 * Measures of places by service date, one row each. Where there is no value, {@code missing} says why. There are no
 * intervals: a day alone has none worth the name.
 */
public final class MeasureTable implements SheetTable {
    private static final double A_DAY = 24;
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
            Column.text("missing"));
    private static final String[] KINDS = StopVisitTable.words(Place.Kind.values());
    private static final String[] MISSING = StopVisitTable.words(Figure.Missing.values());

    private final Place.Kind kind;
    private final List<Measure> measures;
    private final Choices choices;

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
        Cell whole = day.sheet().whole();
        Terms terms = new Terms(choices, day.sheet().over(Hours::quiet), A_DAY);
        for (Measure measure : measures) {
            Figure figure = Figures.of(measure, whole, terms);
            to.add(
                    null,
                    day.date(),
                    day.route(),
                    (long) day.direction(),
                    KINDS[kind.ordinal()],
                    day.place().isEmpty() ? null : day.place(),
                    measure.definition().id(),
                    HourTable.rounded(figure),
                    measure.definition().unit(),
                    figure.n(),
                    figure.completeness() == null
                            ? null
                            : (Double) (Math.round(figure.completeness() * 10_000) / 10_000.0),
                    figure.missing() == null ? null : MISSING[figure.missing().ordinal()]);
        }
    }
}
