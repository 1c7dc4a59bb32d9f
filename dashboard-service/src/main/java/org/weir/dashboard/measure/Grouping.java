package org.weir.dashboard.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How the quarter hours of many service dates are put together. A fixed vocabulary. */
public enum Grouping {
    /** By weekday and hour. */
    WEEKDAY_HOUR(true, false, 4),
    /** By weekday and quarter hour. */
    WEEKDAY_QUARTER(true, false, 1),
    /** By hour. */
    HOUR(false, false, 4),
    /** By service date. */
    DAY(false, true, 0),
    /** All together. */
    NONE(false, false, 0);

    private static final int QUARTERS = 4;

    private final boolean byWeekday;
    private final boolean byDate;
    /** How many quarter hours are one; 0 where all are. */
    private final int quarters;

    Grouping(boolean byWeekday, boolean byDate, int quarters) {
        this.byWeekday = byWeekday;
        this.byDate = byDate;
        this.quarters = quarters;
    }

    /** Whether a month's same weekdays may be put together before. */
    public boolean byWeekday() {
        return byWeekday;
    }

    /** As it is asked for: {@code weekday-hour}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What is put together; null where it is not told apart.
     *
     * @param weekday 1 is Monday
     * @param quarter the first quarter hour of the service day: 32 is 8:00, 100 is 1:00 in the night that follows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(Integer weekday, LocalDate date, Integer quarter) {
        private static final Comparator<Key> ORDER = Comparator.comparing(
                        Key::weekday, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::date, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::quarter, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /**
     * A sheet of a service date, or the merged sheets of a month's same weekdays.
     *
     * @param date the date; of a month's, one of them
     * @param days how many
     */
    public record Part(LocalDate date, int days, DaySheet sheet) {}

    /** What a group has. */
    private static final class Group {
        private final List<DaySheet> sheets = new ArrayList<>();
        private int days;

        void add(DaySheet sheet, int ofDays) {
            sheets.add(sheet);
            days += ofDays;
        }
    }

    /**
     * A figure of what was put together.
     *
     * @param days how many service dates it rests on
     */
    public record Grouped(@JsonUnwrapped Key group, int days, @JsonUnwrapped Figure figure) {}

    /**
     * A measure over days, in the groups' order.
     *
     * @param parts one place's sheets
     * @param intervals whether intervals are reckoned: they take most of the time
     */
    public List<Grouped> figures(Measure measure, List<Part> parts, Choices choices, boolean intervals) {
        Cell.Builder quiet = new Cell.Builder();
        Map<Key, Group> groups = new TreeMap<>(Key.ORDER);
        boolean single = true;
        for (Part part : parts) {
            quiet.add(part.sheet().over(Hours::quiet));
            split(part, groups);
            single &= part.days() == 1;
        }
        Cell still = quiet.build();
        boolean byDay = single;
        List<Grouped> figures = new ArrayList<>(groups.size());
        groups.forEach((key, group) -> {
            Terms terms = new Terms(choices, still, hours(group));
            Figure figure =
                    intervals ? withInterval(measure, group, byDay, terms) : Figures.of(measure, whole(group), terms);
            figures.add(new Grouped(key, group.days, figure));
        });
        return figures;
    }

    private static Figure withInterval(Measure measure, Group group, boolean byDay, Terms terms) {
        return byDay
                ? Figures.of(measure, group.sheets, q -> true, terms)
                : Figures.of(
                        measure, group.sheets.stream().map(DaySheet::whole).toList(), Figure.Clusters.MONTHS, terms);
    }

    /** A sheet's part in each group. */
    private void split(Part part, Map<Key, Group> into) {
        DaySheet sheet = part.sheet();
        Integer weekday = byWeekday ? (Integer) part.date().getDayOfWeek().getValue() : null;
        LocalDate day = byDate ? part.date() : null;
        if (quarters == 0) {
            into.computeIfAbsent(new Key(weekday, day, null), k -> new Group()).add(sheet, part.days());
            return;
        }
        int from = 0;
        while (from < sheet.size()) {
            int first = Math.floorDiv(sheet.quarterAt(from), quarters) * quarters;
            int to = from + 1;
            while (to < sheet.size() && sheet.quarterAt(to) < first + quarters) {
                to++;
            }
            into.computeIfAbsent(new Key(weekday, day, first), k -> new Group()).add(sheet.part(from, to), part.days());
            from = to;
        }
    }

    /** Of clock time: each day's share of it counts, whether a bus came in it or not. */
    private double hours(Group group) {
        if (quarters > 0) {
            return (double) group.days * quarters / QUARTERS;
        }
        TreeSet<Integer> served = new TreeSet<>();
        for (DaySheet sheet : group.sheets) {
            for (int i = 0; i < sheet.size(); i++) {
                served.add(sheet.quarterAt(i));
            }
        }
        return (double) group.days * served.size() / QUARTERS;
    }

    private static Cell whole(Group group) {
        Cell.Builder sum = new Cell.Builder();
        for (DaySheet sheet : group.sheets) {
            for (int i = 0; i < sheet.size(); i++) {
                sum.add(sheet.cellAt(i));
            }
        }
        return sum.build();
    }
}
