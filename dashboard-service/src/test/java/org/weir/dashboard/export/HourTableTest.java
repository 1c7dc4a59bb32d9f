package org.weir.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.measure.Choices;
import org.weir.dashboard.measure.Count;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Place;
import org.weir.dashboard.measure.Quantity;

class HourTableTest {
    private static List<Map<String, Object>> rows(SheetTable table, String place, DaySheet sheet) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        Rows to = new Rows() {
            @Override
            public void add(double[][] where, Object... cells) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.length; i++) {
                    row.put(table.columns().get(i).name(), cells[i]);
                }
                rows.add(row);
            }

            @Override
            public void close() {}
        };
        table.add(new SheetTable.Day("1", 0, place, LocalDate.of(2026, 3, 2), sheet), to);
        table.end(to);
        return rows;
    }

    /** Of eight scheduled from 8:00 to 9:00 six come, the last quarter hour's two not. */
    private static DaySheet sheet() {
        DaySheet.Builder sheet = new DaySheet.Builder();
        for (int i = 0; i < 8; i++) {
            trip(sheet, 32 + i / 2, i < 6);
        }
        return sheet.build();
    }

    private static void trip(DaySheet.Builder sheet, int quarter, boolean comes) {
        sheet.at(quarter).add(Count.SCHEDULED, 1);
        if (comes) {
            sheet.at(quarter)
                    .add(Count.SERVED, 1)
                    .add(Quantity.RUNNING, 40)
                    .add(Quantity.HEADWAY, 450)
                    .add(Count.METRES, 400);
        }
    }

    @Test
    void saysHowMuchOfTheServiceWasSeen() throws IOException {
        Map<String, Object> speeds = rows(
                        HourTable.speeds(Choices.STANDARD, new Ground(null)),
                        Place.segment("A", "B").id(),
                        sheet())
                .get(0);
        Map<String, Object> headways = rows(HourTable.headways(Choices.STANDARD, new Ground(null)), "A", sheet())
                .get(0);

        assertThat(speeds).containsEntry("hour", 8L).containsEntry("n", 6L).containsEntry("completeness", 0.75);
        assertThat(headways).containsEntry("n", 6L).containsEntry("completeness", 0.75);
    }

    @Test
    void leavesEmpty_whatRestsOnTooFew() throws IOException {
        Map<String, Object> speeds = rows(
                        HourTable.speeds(Choices.STANDARD, new Ground(null)),
                        Place.segment("A", "B").id(),
                        sheet())
                .get(0);

        assertThat(speeds).containsEntry("running_speed", 10.0).containsEntry("speed_p10", null);
    }
}
