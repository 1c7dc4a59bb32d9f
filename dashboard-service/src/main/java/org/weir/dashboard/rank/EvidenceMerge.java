package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parts of several dates of one feed, added up place by place. */
public final class EvidenceMerge {
    private final SortedMap<String, StreetTimes> streets = new TreeMap<>();
    private final SortedMap<String, StopTimes> stops = new TreeMap<>();
    private final SortedMap<String, LinkTimes> links = new TreeMap<>();
    private final SortedMap<String, LineTrips> lines = new TreeMap<>();

    public void add(EvidencePart part) {
        String place = part.place();
        switch (part.kind()) {
            case STREET -> streets.put(place, street(part));
            case STOP -> EvidenceCodec.add(part.numbers(), stops.computeIfAbsent(place, p -> new StopTimes()), 1);
            case LINK -> EvidenceCodec.add(part.numbers(), links.computeIfAbsent(place, p -> new LinkTimes()), 1);
            case LINE -> EvidenceCodec.add(part.numbers(), lines.computeIfAbsent(place, p -> new LineTrips()), 1);
        }
    }

    /** A street that was cut otherwise meanwhile keeps what was said of it last. */
    private StreetTimes street(EvidencePart part) {
        StreetTimes before = streets.get(part.place());
        boolean cutOtherwise = before != null && before.cells() != EvidenceCodec.cells(part.numbers());
        return EvidenceCodec.add(part.numbers(), cutOtherwise ? null : before, 1);
    }

    /** The sums, by kind and place. */
    public List<EvidencePart> parts() {
        List<EvidencePart> parts = new ArrayList<>();
        streets.forEach((place, times) ->
                parts.add(new EvidencePart(EvidencePart.Kind.STREET, place, EvidenceCodec.write(times))));
        stops.forEach((place, times) ->
                parts.add(new EvidencePart(EvidencePart.Kind.STOP, place, EvidenceCodec.write(times))));
        links.forEach((place, times) ->
                parts.add(new EvidencePart(EvidencePart.Kind.LINK, place, EvidenceCodec.write(times))));
        lines.forEach((place, trips) ->
                parts.add(new EvidencePart(EvidencePart.Kind.LINE, place, EvidenceCodec.write(trips))));
        return parts;
    }
}
