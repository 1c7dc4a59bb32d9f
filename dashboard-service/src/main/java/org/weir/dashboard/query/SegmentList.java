package org.weir.dashboard.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.DaySheet;
import org.weir.dashboard.measure.Quantity;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;

/**
 * Puts what was observed on the segments that the schedule has, in the order along the direction: each date by the version
 * that holds on it.
 */
final class SegmentList {
    private static final int HOUR = 3_600;

    private final ScheduleBook book;
    private final String route;
    private final int direction;
    private final Collection<Integer> hours;

    SegmentList(ScheduleBook book, String route, int direction, Collection<Integer> hours) {
        this.book = book;
        this.route = route;
        this.direction = direction;
        this.hours = hours;
    }

    private boolean asked(int hour) {
        return hours.isEmpty() || hours.contains(hour);
    }

    /** Distinct hours with figures. */
    static List<Integer> hours(Collection<DaySheet> sheets) {
        TreeSet<Integer> found = new TreeSet<>();
        for (DaySheet sheet : sheets) {
            for (int quarter : sheet.quarters()) {
                if (sheet.cell(quarter).has(Quantity.RUNNING)) {
                    found.add(hour(quarter));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Clock hours: the small hours of a service day are those of the next morning. */
    private static int hour(int quarter) {
        return Math.floorMod(Math.floorDiv(quarter * DaySheet.QUARTER, HOUR), 24);
    }

    List<SegmentSpeeds.Segment> of(Map<String, DaySheet> sheets, LocalDate from, LocalDate to) {
        Map<String, TreeMap<Integer, Cell>> observed = new HashMap<>();
        sheets.forEach((segment, sheet) -> {
            TreeMap<Integer, Cell> byHour = new TreeMap<>();
            for (int quarter : sheet.quarters()) {
                Cell cell = sheet.cell(quarter);
                if (asked(hour(quarter)) && cell.has(Quantity.RUNNING)) {
                    byHour.merge(hour(quarter), cell, Cell::merge);
                }
            }
            if (!byHour.isEmpty()) {
                observed.put(segment, byHour);
            }
        });
        Map<Schedule, List<LocalDate>> held = held(from, to);
        Map<String, Integer> scheduled = new HashMap<>();
        held.forEach((schedule, dates) -> addScheduled(schedule, dates, scheduled));
        List<SegmentSpeeds.Segment> list = new ArrayList<>();
        order(held.keySet()).forEach((id, place) -> {
            int planned = scheduled.getOrDefault(id, 0);
            if (planned > 0 || observed.containsKey(id)) {
                TreeMap<Integer, Cell> byHour = observed.getOrDefault(id, new TreeMap<>());
                list.add(segment(id, list.size() + 1, place, byHour, planned));
            }
        });
        return list;
    }

    /** Where a segment lies: in which pattern, and which of its stops ends it. */
    private record Place(StopPattern pattern, int to) {}

    /** On which dates each version holds, the one that holds last first. */
    private Map<Schedule, List<LocalDate>> held(LocalDate from, LocalDate to) {
        Map<Schedule, List<LocalDate>> held = new LinkedHashMap<>();
        for (LocalDate date = to; !date.isBefore(from); date = date.minusDays(1)) {
            held.computeIfAbsent(book.on(date), s -> new ArrayList<>()).add(date);
        }
        return held;
    }

    /**
     * The busiest pattern's segments first, then those that only other patterns have, each after the one before it; so
     * also those of versions that held before, and last of all others, by which a feed may have been read as well.
     */
    private Map<String, Place> order(Collection<Schedule> held) {
        LinkedHashSet<Schedule> versions = new LinkedHashSet<>(held);
        versions.addAll(book.versions());
        List<String> ids = new ArrayList<>();
        Map<String, Place> places = new HashMap<>();
        for (Schedule schedule : versions) {
            for (StopPattern pattern : schedule.patterns(route)) {
                if (pattern.direction() == direction) {
                    insert(pattern, ids, places);
                }
            }
        }
        Map<String, Place> order = new LinkedHashMap<>();
        ids.forEach(id -> order.put(id, places.get(id)));
        return order;
    }

    private static void insert(StopPattern pattern, List<String> ids, Map<String, Place> places) {
        int after = -1;
        for (int to = 1; to < pattern.stops().size(); to++) {
            String id = pattern.segment(to);
            if (places.putIfAbsent(id, new Place(pattern, to)) == null) {
                ids.add(after < 0 ? ids.size() : after + 1, id);
            }
            after = ids.indexOf(id);
        }
    }

    private void addScheduled(Schedule schedule, List<LocalDate> dates, Map<String, Integer> planned) {
        Map<String, Integer> days = new HashMap<>();
        for (Trip trip : schedule.content().trips().values()) {
            StopPattern pattern = trip.pattern();
            if (!pattern.route().equals(route) || pattern.direction() != direction) {
                continue;
            }
            int runs = days.computeIfAbsent(trip.service(), s -> (int) dates.stream()
                    .filter(date -> schedule.content().days().runs(s, date))
                    .count());
            for (int k = 1; runs > 0 && k < pattern.stops().size(); k++) {
                if (asked(trip.departs(k) / HOUR % 24)) {
                    planned.merge(pattern.segment(k), runs, Integer::sum);
                }
            }
        }
    }

    private static SegmentSpeeds.Segment segment(
            String id, int sequence, Place place, TreeMap<Integer, Cell> byHour, int scheduled) {
        StopPattern pattern = place.pattern();
        Cell all = Cell.EMPTY;
        Map<Integer, Figure> figures = new TreeMap<>();
        for (Map.Entry<Integer, Cell> each : byHour.entrySet()) {
            all = all.merge(each.getValue());
            figures.put(each.getKey(), Figure.of(each.getValue()));
        }
        double start = pattern.at()[place.to() - 1];
        double end = pattern.at()[place.to()];
        return new SegmentSpeeds.Segment(
                id,
                sequence,
                stop(pattern, place.to() - 1),
                stop(pattern, place.to()),
                Math.round((end - start) * 10) / 10.0,
                pattern.shape().line().part(start, end),
                Figure.of(all),
                figures,
                scheduled,
                all.of(Quantity.RUNNING).n());
    }

    private static SegmentSpeeds.StopRef stop(StopPattern pattern, int index) {
        return new SegmentSpeeds.StopRef(
                pattern.stops().get(index).id(), pattern.stops().get(index).name());
    }
}
