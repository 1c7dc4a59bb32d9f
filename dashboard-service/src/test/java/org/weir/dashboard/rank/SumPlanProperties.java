package org.weir.dashboard.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SumPlanProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final List<LocalDate> MONTH =
            FIRST.datesUntil(FIRST.plusMonths(1)).toList();

    /** Each date is worth another power of two, so that a sum tells which dates are in it. */
    private static long worth(List<LocalDate> dates) {
        return dates.stream().mapToLong(date -> 1L << date.getDayOfMonth()).sum();
    }

    private static long worth(SumPlan plan, List<LocalDate> summed) {
        long worth = 0;
        for (var span : plan.spans().entrySet()) {
            worth += span.getValue()
                    * worth(summed.stream()
                            .filter(date -> isIn(span.getKey(), date.getDayOfWeek()))
                            .toList());
        }
        for (var date : plan.dates().entrySet()) {
            worth += date.getValue() * worth(List.of(date.getKey()));
        }
        return worth;
    }

    private static boolean isIn(int span, DayOfWeek weekday) {
        return span == weekday.getValue() || SumPlan.Span.around(weekday).contains(span);
    }

    @Property(tries = 1000)
    void makesExactlyTheDatesThatAreAskedFor(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 127) int weekdays,
            @ForAll @IntRange(max = 10) int holes) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LocalDate> asked = new ArrayList<>(MONTH.stream()
                .filter(date -> (weekdays >> date.getDayOfWeek().ordinal() & 1) == 1)
                .filter(date -> random.nextInt(10) > 0)
                .toList());
        List<LocalDate> summed =
                MONTH.stream().filter(date -> random.nextInt(11) >= holes).toList();

        SumPlan plan = SumPlan.of(asked, summed);

        assertThat(worth(plan, summed)).isEqualTo(worth(asked));
    }

    @Test
    void readsAMonthInOnePiece_andOneLessADayInTwo() {
        SumPlan whole = SumPlan.of(MONTH, MONTH);
        SumPlan less = SumPlan.of(MONTH.subList(1, MONTH.size()), MONTH);

        assertThat(whole.spans()).containsOnlyKeys(SumPlan.Span.ALL);
        assertThat(whole.dates()).isEmpty();
        assertThat(less.spans()).containsOnlyKeys(SumPlan.Span.ALL);
        assertThat(less.dates()).containsOnlyKeys(FIRST).containsValue(-1);
    }

    @Test
    void readsMondayToFridayInOnePiece_andTuesdaysToo() {
        List<LocalDate> workdays = MONTH.stream()
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        List<LocalDate> tuesdays = MONTH.stream()
                .filter(date -> date.getDayOfWeek() == DayOfWeek.TUESDAY)
                .toList();

        assertThat(SumPlan.of(workdays, MONTH).spans()).containsOnlyKeys(SumPlan.Span.WORKDAYS);
        assertThat(SumPlan.of(tuesdays, MONTH).spans()).containsOnlyKeys(DayOfWeek.TUESDAY.getValue());
    }
}
