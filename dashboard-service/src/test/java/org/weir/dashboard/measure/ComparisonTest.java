package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Measure HEADWAY = Registry.find("headway");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private static Comparison.Day day(LocalDate date, double headway) {
        return new Comparison.Day(
                date, new Cell.Builder().add(Quantity.HEADWAY, headway).build());
    }

    private static Comparison compare(List<Comparison.Day> before, List<Comparison.Day> after, LocalDate... excluded) {
        return Comparison.of(HEADWAY, before, after, Set.of(excluded), Terms.STANDARD);
    }

    @Test
    void comparesMondaysWithMondays() {
        // Given a Monday and a slow Sunday before, and two Mondays and no Sunday after
        Comparison c = compare(
                List.of(day(MAY.minusDays(1), 900), day(MAY, 600)),
                List.of(day(MAY.plusDays(7), 500), day(MAY.plusDays(14), 520)));

        assertThat(c.weekdays()).containsExactly(DayOfWeek.MONDAY);
        assertThat(c.before()).isEqualTo(600);
        assertThat(c.after()).isEqualTo(510);
        assertThat(c.difference()).isEqualTo(-90);
        assertThat(c.daysBefore()).isEqualTo(1);
        assertThat(c.daysAfter()).isEqualTo(2);
        assertThat(c.low()).isNaN();
    }

    @Test
    void weighsWeekdaysTheSame_inBothPeriods() {
        // Given Mondays 600 → 500 and Tuesdays 300 → 300, with more Tuesdays before than after
        Comparison c = compare(
                List.of(day(MAY, 600), day(MAY.plusDays(1), 300), day(MAY.plusDays(8), 300)),
                List.of(day(MAY.plusDays(14), 500), day(MAY.plusDays(15), 300)));

        assertThat(c.difference()).isCloseTo(-50, within(1e-9));
    }

    @Test
    void leavesExcludedDaysOut() {
        Comparison c = compare(
                List.of(day(MAY, 600), day(MAY.plusDays(7), 5000)),
                List.of(day(MAY.plusDays(14), 500)),
                MAY.plusDays(7));

        assertThat(c.before()).isEqualTo(600);
    }

    @Test
    void hasNoDifference_whereNoWeekdayIsInBoth() {
        Comparison c = compare(List.of(day(MAY, 600)), List.of(day(MAY.plusDays(1), 500)));

        assertThat(c.difference()).isNaN();
        assertThat(c.weekdays()).isEmpty();
    }

    /** The interval by hand: day means 600 ± 10 and 500 ± 20 on three Mondays each. */
    @Test
    void hasWelchsInterval() {
        Comparison c = compare(
                List.of(day(MAY, 590), day(MAY.plusDays(7), 600), day(MAY.plusDays(14), 610)),
                List.of(day(MAY.plusDays(21), 480), day(MAY.plusDays(28), 500), day(MAY.plusDays(35), 520)));

        // s² / n = 100 / 3 and 400 / 3; freedom = (500 / 3)² / ((100/3)²/2 + (400/3)²/2) = 2.94
        double half = (4.3027 + 0.9412 * (3.1824 - 4.3027)) * Math.sqrt(500 / 3.0);
        assertThat(c.high() - c.difference()).isCloseTo(half, within(0.01));
    }

    /** Four weeks before and four after, weekdays that differ, days that vary more after than before. */
    @Test
    void intervalsHoldTheTruth_aboutAsOftenAsTheySay() {
        Random chance = new Random(20260504);
        int covered = 0;
        int zero = 0;
        for (int i = 0; i < 1000; i++) {
            List<Comparison.Day> before = new ArrayList<>();
            List<Comparison.Day> after = new ArrayList<>();
            for (int d = 0; d < 28; d++) {
                double weekday = 500 + 40 * (d % 7);
                before.add(day(MAY.plusDays(d), weekday + 20 * chance.nextGaussian()));
                after.add(day(MAY.plusDays(28 + d), weekday - 25 + 40 * chance.nextGaussian()));
            }
            Comparison c = compare(before, after);
            covered += c.low() <= -25 && -25 <= c.high() ? 1 : 0;
            zero += c.low() <= 0 && 0 <= c.high() ? 1 : 0;
        }
        assertThat(covered / 1000.0).isBetween(0.93, 0.97);
        assertThat(zero).isLessThan(500);
    }
}
