package org.weir.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Count;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Grouping;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Quantity;
import org.weir.dashboard.measure.Registry;

class MeasureTableTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    /** Buses at 8:00 and 22:00; nights become faster from day to day. */
    private static DaySheet sheet(int day, int pace) {
        DaySheet.Builder sheet = new DaySheet.Builder();
        for (int i = 0; i < 30; i++) {
            sheet.at(32 + i % 4).add(Quantity.RUNNING, pace + i).add(Count.METRES, 400);
            sheet.at(88).add(Quantity.RUNNING, 50 - day).add(Count.METRES, 400);
        }
        return sheet.build();
    }

    private static List<Object[]> rows(MeasureTable table, String... places) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        Rows to = new Rows() {
            @Override
            public void add(double[][] where, Object... cells) {
                rows.add(cells);
            }

            @Override
            public void close() {}
        };
        for (String place : places) {
            for (int day = 0; day < 5; day++) {
                DaySheet sheet = sheet(day, place.length() * 100);
                table.add(new SheetTable.Day("1", 0, place, FIRST.plusDays(day), sheet), to);
            }
        }
        table.end(to);
        return rows;
    }

    /** Whoever takes the table and whoever asks for figures by day is told the same. */
    @Test
    void tellsWhatFiguresByDayTell_whateverIsMeasured() throws IOException {
        List<Grouping.Part> parts = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            parts.add(new Grouping.Part(FIRST.plusDays(day), 1, sheet(day, 300)));
        }
        for (Measure measure : Registry.ALL) {
            List<Object> told = Grouping.DAY.figures(measure, parts, quarter -> true, Choices.STANDARD, false).stream()
                    .map(each -> (Object) HourTable.rounded(each.figure()))
                    .toList();

            List<Object[]> rows = rows(new MeasureTable(Place.Kind.SEGMENT, List.of(measure), Choices.STANDARD), "A>B");

            assertThat(rows)
                    .extracting(row -> row[6])
                    .as(measure.definition().id())
                    .isEqualTo(told);
        }
    }

    @Test
    void keepsPlacesApart_andTheirDaysInOrder() throws IOException {
        MeasureTable table = new MeasureTable(Place.Kind.SEGMENT, List.of(Registry.find("delay")), Choices.STANDARD);

        List<Object[]> rows = rows(table, "A>B", "A>BB");

        assertThat(rows).hasSize(10).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
        assertThat(rows.subList(5, 10))
                .allSatisfy(row -> assertThat(Arrays.asList(row)).contains("A>BB"))
                .extracting(row -> row[0])
                .containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2), FIRST.plusDays(3), FIRST.plusDays(4));
    }
}
