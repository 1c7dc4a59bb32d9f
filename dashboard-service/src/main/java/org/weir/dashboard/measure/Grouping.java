package org.weir.dashboard.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        /** Whether a date's quarter hours are, or would be, among those put together. */
        boolean holds(LocalDate other) {
            return date != null
                    ? date.equals(other)
                    : weekday == null || weekday == other.getDayOfWeek().getValue();
        }

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

    /**
     * A figure of what was put together.
     *
     * @param days service dates that have figures, whether a bus came in these hours or not
     */
    public record Grouped(@JsonUnwrapped Key group, int days, @JsonUnwrapped Figure figure) {
        /** The same, told with which dates are still to be reckoned. */
        public Grouped awaiting(Collection<LocalDate> waiting) {
            return waiting.stream().anyMatch(group::holds) ? new Grouped(group, days, figure.unfinished()) : this;
        }
    }

    /**
     * A measure over days, in the groups' order. Days are counted once for all the hours of a weekday: what is told by
     * clock time is the same whether a month's weekdays were put together before or not.
     *
     * @param parts one place's sheets
     * @param chosen which quarter hours count
     * @param intervals whether intervals are reckoned: they take most of the time
     */
    public List<Grouped> figures(
            Measure measure, List<Part> parts, IntPredicate chosen, Choices choices, boolean intervals) {
        Cell.Builder quiet = new Cell.Builder();
        Map<Key, List<Part>> rows = new TreeMap<>(Key.ORDER);
        boolean single = true;
        for (Part part : parts) {
            quiet.add(part.sheet().over(Hours::quiet));
            rows.computeIfAbsent(row(part), r -> new ArrayList<>())
                    .add(new Part(part.date(), part.days(), part.sheet().where(chosen)));
            single &= part.days() == 1;
        }
        Cell still = quiet.build();
        boolean byDay = single;
        List<Grouped> figures = new ArrayList<>();
        rows.forEach((row, of) -> {
            int days = of.stream().mapToInt(Part::days).sum();
            cut(of).forEach((first, sheets) -> {
                Terms terms = new Terms(choices, still, days * hours(first, sheets, chosen));
                Key key = new Key(row.weekday(), row.date(), quarters == 0 ? null : first);
                Figure figure = !intervals
                        ? Figures.of(measure, whole(sheets), terms)
                        : byDay
                                ? Figures.of(measure, sheets, q -> true, terms)
                                : Figures.of(
                                        measure,
                                        months(of, sheets, terms.hours() / days),
                                        Figure.Clusters.MONTHS,
                                        terms);
                figures.add(new Grouped(key, days, figure));
            });
        });
        return figures;
    }

    private Key row(Part part) {
        return new Key(
                byWeekday ? (Integer) part.date().getDayOfWeek().getValue() : null, byDate ? part.date() : null, null);
    }

    /** By the first quarter hour of each group, what each of the parts has in it, perhaps nothing. */
    private Map<Integer, List<DaySheet>> cut(List<Part> row) {
        if (quarters == 0) {
            return Map.of(0, row.stream().map(Part::sheet).toList());
        }
        Map<Integer, List<DaySheet>> groups = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            DaySheet sheet = row.get(i).sheet();
            int from = 0;
            while (from < sheet.size()) {
                int first = Math.floorDiv(sheet.quarterAt(from), quarters) * quarters;
                int to = from + 1;
                while (to < sheet.size() && sheet.quarterAt(to) < first + quarters) {
                    to++;
                }
                groups.computeIfAbsent(first, f -> new ArrayList<>(Collections.nCopies(row.size(), DaySheet.EMPTY)))
                        .set(i, sheet.part(from, to));
                from = to;
            }
        }
        return groups;
    }

    /** Of clock time on a day: each day's share of it counts, whether a bus came in it or not. */
    private double hours(int first, List<DaySheet> sheets, IntPredicate chosen) {
        return quarters == 0
                ? DaySheet.hours(sheets)
                : (double) IntStream.range(first, first + quarters)
                                .filter(chosen)
                                .count()
                        / QUARTERS;
    }

    private static List<Figures.Cluster> months(List<Part> parts, List<DaySheet> sheets, double aDay) {
        List<Figures.Cluster> months = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            months.add(new Figures.Cluster(sheets.get(i).whole(), parts.get(i).days() * aDay));
        }
        return months;
    }

    private static Cell whole(List<DaySheet> sheets) {
        Cell.Builder sum = new Cell.Builder();
        for (DaySheet sheet : sheets) {
            for (int i = 0; i < sheet.size(); i++) {
                sum.add(sheet.cellAt(i));
            }
        }
        return sum.build();
    }
}
