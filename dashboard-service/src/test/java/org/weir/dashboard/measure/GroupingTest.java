package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {
    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static final Measure HEADWAY = Registry.find("headway");

    /** Four weeks: headways of 300 s from 8:00 and 600 s from 24:15, one second longer each day. */
    private static List<Grouping.Part> month() {
        List<Grouping.Part> days = new ArrayList<>();
        for (int d = 0; d < 28; d++) {
            DaySheet.Builder day = new DaySheet.Builder();
            for (int k = 0; k < 6; k++) {
                day.at(32 + k % 2).add(Quantity.HEADWAY, 300 + d);
                day.at(97).add(Quantity.HEADWAY, 600 + d);
            }
            days.add(new Grouping.Part(FIRST.plusDays(d), 1, day.build()));
        }
        return days;
    }

    @Test
    void putsTogetherByWeekdayAndHour_andANightBelongsToItsEvening() {
        List<Grouping.Grouped> groups = Grouping.WEEKDAY_HOUR.figures(HEADWAY, month(), Choices.STANDARD, true);

        assertThat(groups).hasSize(14);
        assertThat(groups.get(0).group()).isEqualTo(new Grouping.Key(1, null, 32));
        assertThat(groups.get(1).group()).isEqualTo(new Grouping.Key(1, null, 96));
        // Mondays are days 0, 7, 14 and 21.
        assertThat(groups.get(0).figure().value()).isEqualTo(310.5);
        assertThat(groups.get(0).figure().n()).isEqualTo(24);
        assertThat(groups.get(0).days()).isEqualTo(4);
        assertThat(groups.get(0).figure().clusters()).isEqualTo(Figure.Clusters.DAYS);
        assertThat(groups.get(0).figure().low()).isLessThan(310.5);
    }

    @Test
    void tellsQuartersHoursAndDaysApart() {
        List<Grouping.Part> month = month();
        assertThat(Grouping.WEEKDAY_QUARTER.figures(HEADWAY, month, Choices.STANDARD, false))
                .hasSize(21)
                .allSatisfy(each -> assertThat(each.figure().low()).isNull());
        assertThat(Grouping.HOUR.figures(HEADWAY, month, Choices.STANDARD, true))
                .extracting(each -> each.group().quarter())
                .containsExactly(32, 96);
        assertThat(Grouping.DAY.figures(HEADWAY, month, Choices.STANDARD, false))
                .hasSize(28)
                .first()
                .satisfies(each -> assertThat(each.group()).isEqualTo(new Grouping.Key(null, FIRST, null)));
        assertThat(Grouping.NONE.figures(HEADWAY, month, Choices.STANDARD, true))
                .singleElement()
                .satisfies(each -> assertThat(each.figure().value()).isEqualTo(463.5));
    }

    @Test
    void isTheSameWithAndWithoutIntervals() {
        List<Grouping.Part> month = month();
        for (Grouping grouping : Grouping.values()) {
            List<Double> with = grouping.figures(HEADWAY, month, Choices.STANDARD, true).stream()
                    .map(each -> each.figure().value())
                    .toList();
            assertThat(grouping.figures(HEADWAY, month, Choices.STANDARD, false))
                    .extracting(each -> each.figure().value())
                    .isEqualTo(with);
        }
    }

    /** What is told does not depend on whether days were merged before; only the interval may. */
    @Test
    void readsMergedWeekdaysAsTheirDays() {
        List<Grouping.Part> merged = new ArrayList<>();
        for (int month = 0; month < 4; month++) {
            for (int weekday = 0; weekday < 7; weekday++) {
                Grouping.Part day = month().get(weekday + 7 * month);
                merged.add(new Grouping.Part(day.date(), 2, day.sheet().merge(day.sheet())));
            }
        }
        List<Grouping.Grouped> groups = Grouping.WEEKDAY_HOUR.figures(HEADWAY, merged, Choices.STANDARD, true);

        assertThat(groups).hasSize(14);
        assertThat(groups.get(0).days()).isEqualTo(8);
        assertThat(groups.get(0).figure().n()).isEqualTo(48);
        assertThat(groups.get(0).figure().value()).isEqualTo(310.5);
        assertThat(groups.get(0).figure().clusters()).isEqualTo(Figure.Clusters.MONTHS);
    }

    @Test
    void hasNothing_whereThereAreNoDays() {
        assertThat(Grouping.NONE.figures(HEADWAY, List.of(), Choices.STANDARD, true))
                .isEmpty();
    }
}
