package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class GroupingTest {
    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static final IntPredicate ALL_DAY = quarter -> true;

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
        List<Grouping.Grouped> groups =
                Grouping.WEEKDAY_HOUR.figures(HEADWAY, month(), ALL_DAY, Choices.STANDARD, true);

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
        assertThat(Grouping.WEEKDAY_QUARTER.figures(HEADWAY, month, ALL_DAY, Choices.STANDARD, false))
                .hasSize(21)
                .allSatisfy(each -> assertThat(each.figure().low()).isNull());
        assertThat(Grouping.HOUR.figures(HEADWAY, month, ALL_DAY, Choices.STANDARD, true))
                .extracting(each -> each.group().quarter())
                .containsExactly(32, 96);
        assertThat(Grouping.DAY.figures(HEADWAY, month, ALL_DAY, Choices.STANDARD, false))
                .hasSize(28)
                .first()
                .satisfies(each -> assertThat(each.group()).isEqualTo(new Grouping.Key(null, FIRST, null)));
        assertThat(Grouping.NONE.figures(HEADWAY, month, ALL_DAY, Choices.STANDARD, true))
                .singleElement()
                .satisfies(each -> assertThat(each.figure().value()).isEqualTo(463.5));
    }

    @Test
    void isTheSameWithAndWithoutIntervals() {
        List<Grouping.Part> month = month();
        for (Grouping grouping : Grouping.values()) {
            List<Double> with = grouping.figures(HEADWAY, month, ALL_DAY, Choices.STANDARD, true).stream()
                    .map(each -> each.figure().value())
                    .toList();
            assertThat(grouping.figures(HEADWAY, month, ALL_DAY, Choices.STANDARD, false))
                    .extracting(each -> each.figure().value())
                    .isEqualTo(with);
        }
    }

    /** Four Mondays with everything that can be observed; at 23:00 a bus comes on two of them. */
    private static List<Grouping.Part> mondays() {
        List<Grouping.Part> days = new ArrayList<>();
        for (int d = 0; d < 4; d++) {
            DaySheet.Builder day = new DaySheet.Builder();
            for (int k = 0; k < 12; k++) {
                everything(day.at(32 + k % 3), 100 + 7 * k + d);
                if (d % 2 == 0) {
                    everything(day.at(92), 80 + k);
                }
            }
            days.add(new Grouping.Part(FIRST.plusDays(7 * d), 1, day.build()));
        }
        return days;
    }

    private static void everything(Cell.Builder cell, int seconds) {
        for (Quantity quantity : Quantity.values()) {
            cell.add(quantity, quantity == Quantity.HEADWAY_RATIO ? seconds / 150.0 : seconds);
        }
        cell.add(Count.METRES, 400).add(Count.SCHEDULED, 2).add(Count.SERVED, 1).add(Count.UNSCHEDULED, 1);
    }

    private static List<Grouping.Part> merged(List<Grouping.Part> days) {
        DaySheet sheet = days.stream().map(Grouping.Part::sheet).reduce(DaySheet.EMPTY, DaySheet::merge);
        return List.of(new Grouping.Part(days.get(0).date(), days.size(), sheet));
    }

    /** What is told does not depend on whether days were merged before; only the interval may. */
    @Test
    void readsMergedWeekdaysAsTheirDays_whateverIsMeasured() {
        for (Measure measure : Registry.ALL) {
            for (Grouping grouping : List.of(Grouping.WEEKDAY_HOUR, Grouping.WEEKDAY_QUARTER)) {
                assertThat(grouping.figures(measure, merged(mondays()), ALL_DAY, Choices.STANDARD, false))
                        .as("%s by %s", measure.definition().id(), grouping.id())
                        .isEqualTo(grouping.figures(measure, mondays(), ALL_DAY, Choices.STANDARD, false))
                        .allSatisfy(each -> assertThat(each.days()).isEqualTo(4));
            }
        }
    }

    @Test
    void takesMonthsForWhatVaries_whereTheirWeekdaysAreMerged() {
        List<Grouping.Part> months = new ArrayList<>();
        for (int month = 0; month < 4; month++) {
            Grouping.Part day = month().get(7 * month);
            months.add(new Grouping.Part(day.date(), 2, day.sheet().merge(day.sheet())));
        }
        Grouping.Grouped eight = Grouping.WEEKDAY_HOUR
                .figures(HEADWAY, months, ALL_DAY, Choices.STANDARD, true)
                .get(0);

        assertThat(eight.days()).isEqualTo(8);
        assertThat(eight.figure().n()).isEqualTo(48);
        assertThat(eight.figure().value()).isEqualTo(310.5);
        assertThat(eight.figure().clusters()).isEqualTo(Figure.Clusters.MONTHS);
    }

    /** Of twelve Mondays, four with a bus at 23:00 that loses 90 s: what is lost by the hour varies by whether it comes. */
    @Test
    void countsDaysWithoutABus_whereLossIsToldByTheHour() {
        List<Grouping.Part> days = new ArrayList<>();
        for (int d = 0; d < 12; d++) {
            DaySheet.Builder day = new DaySheet.Builder();
            day.at(32).add(Count.SCHEDULED, 1);
            for (int k = 0; d % 3 == 0 && k < 2; k++) {
                day.at(92).add(Quantity.RUNNING, 200).add(Quantity.SCHEDULED_TIME, 110);
            }
            days.add(new Grouping.Part(FIRST.plusDays(7 * d), 1, day.build()));
        }
        Choices schedule = Choices.of(Map.of("free-flow", "schedule"));

        Figure lost = Grouping.WEEKDAY_HOUR
                .figures(Registry.find("delay-per-hour"), days, ALL_DAY, schedule, true)
                .get(1)
                .figure();

        // The mean of twelve days of 180 s or nothing, and the interval of that mean.
        assertThat(lost.value()).isCloseTo(60, within(1e-9));
        double half = 2.2010 * Math.sqrt((4 * 120.0 * 120 + 8 * 60.0 * 60) / 11 / 12);
        assertThat(lost.high()).isCloseTo(60 + half, within(0.01));
        assertThat(lost.low()).isCloseTo(60 - half, within(0.01));
    }

    /** From 16:00 to 18:30, a bus loses 60 s in each quarter hour; at 18:30 one more. */
    @Test
    void tellsOnlyThePeaks_andTheirHours() {
        DaySheet.Builder day = new DaySheet.Builder();
        for (int quarter = 60; quarter < 80; quarter++) {
            day.at(quarter).add(Quantity.RUNNING, 170).add(Quantity.SCHEDULED_TIME, 110);
        }
        Choices schedule = Choices.of(Map.of("free-flow", "schedule"));
        IntPredicate peak = quarter -> Hours.peak(quarter, schedule);
        Measure lost = Registry.find("delay-per-hour");
        List<Grouping.Part> days = List.of(
                new Grouping.Part(FIRST, 1, day.build()),
                new Grouping.Part(FIRST.plusDays(7), 1, day.build()),
                new Grouping.Part(FIRST.plusDays(14), 1, day.build()));

        assertThat(Grouping.WEEKDAY_HOUR.figures(Registry.find("delay"), days, peak, schedule, false))
                .extracting(
                        each -> each.group().quarter(), each -> each.figure().n())
                .containsExactly(tuple(64, 12L), tuple(68, 12L), tuple(72, 6L));
        assertThat(Grouping.NONE
                        .figures(lost, days, peak, schedule, false)
                        .get(0)
                        .figure()
                        .value())
                .isCloseTo(240, within(1e-9));
        // Of the hour from 18:00 half belongs to the peak, and two buses a day come in it.
        assertThat(Grouping.HOUR
                        .figures(lost, days, peak, schedule, false)
                        .get(2)
                        .figure()
                        .value())
                .isCloseTo(240, within(1e-9));
    }

    @Test
    void callsTooFewUnfinished_onlyWhereADayOfTheGroupWaits() {
        DaySheet.Builder day = new DaySheet.Builder();
        day.at(32).add(Quantity.RUNNING, 170).add(Quantity.SCHEDULED_TIME, 110);
        List<Grouping.Part> days =
                List.of(new Grouping.Part(FIRST, 1, day.build()), new Grouping.Part(FIRST.plusDays(1), 1, day.build()));

        for (Grouping by : List.of(Grouping.DAY, Grouping.WEEKDAY_HOUR)) {
            assertThat(by.figures(Registry.find("delay"), days, ALL_DAY, Choices.STANDARD, false))
                    .extracting(each ->
                            each.awaiting(List.of(FIRST.plusDays(1))).figure().missing())
                    .containsExactly(Figure.Missing.TOO_FEW, Figure.Missing.NOT_YET);
        }
        assertThat(Grouping.NONE.figures(Registry.find("delay"), days, ALL_DAY, Choices.STANDARD, false))
                .extracting(
                        each -> each.awaiting(List.of(FIRST.plusDays(2)))
                                .figure()
                                .missing(),
                        each -> each.awaiting(List.of()).figure().missing())
                .containsExactly(tuple(Figure.Missing.NOT_YET, Figure.Missing.TOO_FEW));
    }

    @Test
    void hasNothing_whereThereAreNoDays() {
        assertThat(Grouping.NONE.figures(HEADWAY, List.of(), ALL_DAY, Choices.STANDARD, true))
                .isEmpty();
    }
}
