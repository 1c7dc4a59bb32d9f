package org.weir.dashboard.rank;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Evidence whose sums are there, and whose single days come when they are asked for: a place whose days are not there yet
 * says for them that nothing went there, and is noted as wanted. Whoever ranks by it brings what is wanted and ranks again,
 * until nothing is. Streets that the ground no longer has are left out. Not for two threads.
 */
public final class EvidenceOfSums implements Evidence {
    private final List<LocalDate> days;
    private final Layout layout;
    private final Map<String, StreetTimes> streets = new HashMap<>();
    private final Map<StopKey, StopTimes> stops = new HashMap<>();
    private final Map<LinkKey, LinkTimes> links = new HashMap<>();
    private final Map<LineKey, LineTrips> lines = new HashMap<>();
    private final Map<String, StreetTimes[]> streetDays = new HashMap<>();
    private final Map<StopKey, StopTimes[]> stopDays = new HashMap<>();
    private final Map<LinkKey, LinkTimes[]> linkDays = new HashMap<>();
    private final Map<EvidencePart.Kind, Set<String>> wanted = new EnumMap<>(EvidencePart.Kind.class);
    private boolean lacked;

    /** @param days in order */
    public EvidenceOfSums(List<LocalDate> days, Layout layout) {
        this.days = List.copyOf(days);
        this.layout = layout;
    }

    /**
     * Adds a sum of some of the days to that of all.
     *
     * @param sign 1, or −1 to take it away
     */
    public void add(String feed, EvidencePart part, int sign) {
        byte[] numbers = part.numbers();
        switch (part.kind()) {
            case STREET -> {
                if (isThere(part)) {
                    streets.compute(part.place(), (id, sum) -> EvidenceCodec.add(numbers, sum, sign));
                }
            }
            case STOP ->
                EvidenceCodec.add(
                        numbers, stops.computeIfAbsent(new StopKey(feed, part.place()), k -> new StopTimes()), sign);
            case LINK ->
                EvidenceCodec.add(
                        numbers,
                        links.computeIfAbsent(EvidencePart.link(feed, part.place()), k -> new LinkTimes()),
                        sign);
            case LINE ->
                EvidenceCodec.add(
                        numbers,
                        lines.computeIfAbsent(EvidencePart.line(feed, part.place()), k -> new LineTrips()),
                        sign);
        }
    }

    private boolean isThere(EvidencePart street) {
        return layout.cells(street.place()) == EvidenceCodec.cells(street.numbers());
    }

    /** Adds what one feed says of a place that was wanted, on one of the days. */
    public void addDay(String feed, LocalDate date, EvidencePart part) {
        int day = Collections.binarySearch(days, date);
        byte[] numbers = part.numbers();
        switch (part.kind()) {
            case STREET -> {
                StreetTimes[] of = streetDays.get(part.place());
                if (isThere(part)) {
                    of[day] = EvidenceCodec.add(numbers, of[day], 1);
                }
            }
            case STOP ->
                stopDays.computeIfPresent(
                        new StopKey(feed, part.place()), (k, of) -> with(of, day, EvidenceCodec.stop(numbers)));
            case LINK ->
                linkDays.computeIfPresent(
                        EvidencePart.link(feed, part.place()), (k, of) -> with(of, day, EvidenceCodec.link(numbers)));
            case LINE -> throw new IllegalArgumentException("Lines are not asked for by day.");
        }
    }

    /** Another feed's stop of the same name is not wanted: that one is not there. */
    private static <T> T[] with(T[] of, int day, T times) {
        of[day] = times;
        return of;
    }

    /** What was asked for by day since it was looked last, by kind, as parts name it; its days are to be added now. */
    public Map<EvidencePart.Kind, Set<String>> wanted() {
        Map<EvidencePart.Kind, Set<String>> now = new LinkedHashMap<>(wanted);
        wanted.clear();
        return now;
    }

    /** The days of a place, empty until they are brought. */
    private <K, T> T of(
            Map<K, T[]> known, K key, int day, EvidencePart.Kind kind, Function<K, String> place, T[] none) {
        T[] of = known.get(key);
        if (of == null) {
            of = Arrays.copyOf(none, days.size());
            known.put(key, of);
            wanted.computeIfAbsent(kind, k -> new HashSet<>()).add(place.apply(key));
        }
        lacked |= !wanted.isEmpty() && wanted.getOrDefault(kind, Set.of()).contains(place.apply(key));
        return of[day];
    }

    @Override
    public boolean lacked() {
        boolean was = lacked;
        lacked = false;
        return was;
    }

    @Override
    public List<LocalDate> days() {
        return days;
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
        return of(streetDays, id, day, EvidencePart.Kind.STREET, street -> street, new StreetTimes[0]);
    }

    @Override
    public StopTimes stop(StopKey stop) {
        return stops.get(stop);
    }

    @Override
    public StopTimes stop(StopKey stop, int day) {
        return of(stopDays, stop, day, EvidencePart.Kind.STOP, StopKey::stop, new StopTimes[0]);
    }

    @Override
    public LinkTimes link(LinkKey link) {
        return links.get(link);
    }

    @Override
    public LinkTimes link(LinkKey link, int day) {
        return of(linkDays, link, day, EvidencePart.Kind.LINK, EvidencePart::text, new LinkTimes[0]);
    }

    @Override
    public LineTrips line(LineKey line) {
        return lines.get(line);
    }
}
