package org.weir.dashboard.rank;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Evidence in memory. */
public final class EvidenceOfDays implements Evidence {
    private final List<DayEvidence> days;
    private final Map<String, StreetTimes> streets = new HashMap<>();
    private final Map<StopKey, StopTimes> stops = new HashMap<>();
    private final Map<LinkKey, LinkTimes> links = new HashMap<>();
    private final Map<LineKey, LineTrips> lines = new HashMap<>();

    /** @param days a date each */
    public EvidenceOfDays(List<DayEvidence> days) {
        this.days =
                days.stream().sorted(Comparator.comparing(DayEvidence::date)).toList();
        for (DayEvidence day : this.days) {
            day.streets()
                    .forEach((id, times) ->
                            put(streets, id, times, () -> new StreetTimes(times.cells()), StreetTimes::add));
            day.stops().forEach((key, times) -> put(stops, key, times, StopTimes::new, StopTimes::add));
            day.links().forEach((key, times) -> put(links, key, times, LinkTimes::new, LinkTimes::add));
            day.lines().forEach((key, trips) -> put(lines, key, trips, LineTrips::new, LineTrips::add));
        }
    }

    private static <K, V> void put(Map<K, V> sums, K key, V value, Supplier<V> empty, BinaryOperator<V> add) {
        add.apply(sums.computeIfAbsent(key, k -> empty.get()), value);
    }

    @Override
    public List<LocalDate> days() {
        return days.stream().map(DayEvidence::date).toList();
    }

    @Override
    public Set<String> streets() {
        return streets.keySet();
    }

    @Override
    public Set<StopKey> stops() {
        return stops.keySet();
    }

    @Override
    public Set<LinkKey> links() {
        return links.keySet();
    }

    @Override
    public StreetTimes street(String id) {
        return streets.get(id);
    }

    @Override
    public StreetTimes street(String id, int day) {
        return days.get(day).streets().get(id);
    }

    @Override
    public StopTimes stop(StopKey stop) {
        return stops.get(stop);
    }

    @Override
    public StopTimes stop(StopKey stop, int day) {
        return days.get(day).stops().get(stop);
    }

    @Override
    public LinkTimes link(LinkKey link) {
        return links.get(link);
    }

    @Override
    public LinkTimes link(LinkKey link, int day) {
        return days.get(day).links().get(link);
    }

    @Override
    public LineTrips line(LineKey line) {
        return lines.get(line);
    }
}
