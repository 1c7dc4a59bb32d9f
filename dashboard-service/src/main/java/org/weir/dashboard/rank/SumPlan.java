package org.weir.dashboard.rank;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which sums of a month, and which of its dates, make the evidence of the dates that are asked for: whole numbers can be
 * taken away again, so a month without a holiday is the month less that day.
 *
 * @param spans by {@link Span}'s id, 1 to add or −1 to take away
 * @param dates likewise
 */
public record SumPlan(Map<Integer, Integer> spans, Map<LocalDate, Integer> dates) {
    /** A date is read row by row, a sum in one piece. */
    private static final int COST_OF_DATE = 3;

    /** What is summed of a month: everything, Monday to Friday, or one weekday, by its number from 1 for Monday. */
    public static final class Span {
        public static final int ALL = 0;
        public static final int WORKDAYS = 8;
        private static final int NONE = -1;

        private Span() {}

        /** The sums that a weekday's is in. */
        public static List<Integer> around(DayOfWeek weekday) {
            return has(WORKDAYS, weekday) ? List.of(ALL, WORKDAYS) : List.of(ALL);
        }

        private static boolean has(int span, DayOfWeek weekday) {
            return span == ALL || span == WORKDAYS && weekday.compareTo(DayOfWeek.FRIDAY) <= 0;
        }
    }

    /**
     * The cheapest way.
     *
     * @param asked dates of the month
     * @param summed dates that are in its sums
     */
    public static SumPlan of(Collection<LocalDate> asked, Collection<LocalDate> summed) {
        SumPlan best = null;
        for (int base : new int[] {Span.NONE, Span.ALL, Span.WORKDAYS}) {
            SumPlan plan = from(base, asked, summed);
            best = best == null || plan.cost() < best.cost() ? plan : best;
        }
        return best;
    }

    private int cost() {
        return spans.size() + COST_OF_DATE * dates.size();
    }

    private static SumPlan from(int base, Collection<LocalDate> asked, Collection<LocalDate> summed) {
        SumPlan plan = new SumPlan(new TreeMap<>(), new TreeMap<>());
        if (base != Span.NONE) {
            plan.spans.put(base, 1);
        }
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<LocalDate> wanted = on(weekday, asked);
            List<LocalDate> there = on(weekday, summed);
            plan.add(weekday, wanted, there, Span.has(base, weekday));
        }
        return plan;
    }

    private static List<LocalDate> on(DayOfWeek weekday, Collection<LocalDate> dates) {
        return dates.stream().filter(date -> date.getDayOfWeek() == weekday).toList();
    }

    /** @param counted whether the weekday's sum is in already */
    private void add(DayOfWeek weekday, List<LocalDate> wanted, List<LocalDate> there, boolean counted) {
        List<LocalDate> missing = new ArrayList<>(wanted);
        missing.removeAll(there);
        List<LocalDate> surplus = new ArrayList<>(there);
        surplus.removeAll(wanted);
        int corrected = (missing.size() + surplus.size()) * COST_OF_DATE;
        int single = wanted.size() * COST_OF_DATE;
        boolean byItself = counted ? 1 + single < corrected : single <= 1 + corrected;
        if (byItself == counted) {
            spans.put(weekday.getValue(), counted ? -1 : 1);
        }
        (byItself ? wanted : missing).forEach(date -> dates.put(date, 1));
        if (!byItself) {
            surplus.forEach(date -> dates.put(date, -1));
        }
    }
}
