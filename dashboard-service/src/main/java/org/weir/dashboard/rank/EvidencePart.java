package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one place says, as it is kept: of one feed, of one date or of several.
 *
 * @param place the street's or the stop's id; of a link, route, direction and both stops; of a line, route and direction,
 *     with tabs between, which no id of a table of values has
 * @param numbers as {@link EvidenceCodec} writes them
 */
public record EvidencePart(Kind kind, String place, byte[] numbers) {
    private static final String BETWEEN = "\t";

    /** Kept by their order: new ones come last. */
    public enum Kind {
        STREET,
        STOP,
        LINK,
        LINE
    }

    /** A date's parts of one feed, in an order of their own. */
    public static List<EvidencePart> of(DayEvidence day) {
        List<EvidencePart> parts = new ArrayList<>();
        day.streets().forEach((id, times) -> parts.add(new EvidencePart(Kind.STREET, id, EvidenceCodec.write(times))));
        day.stops()
                .forEach(
                        (key, times) -> parts.add(new EvidencePart(Kind.STOP, key.stop(), EvidenceCodec.write(times))));
        day.links()
                .forEach((key, times) -> parts.add(new EvidencePart(Kind.LINK, text(key), EvidenceCodec.write(times))));
        day.lines()
                .forEach((key, trips) -> parts.add(new EvidencePart(Kind.LINE, text(key), EvidenceCodec.write(trips))));
        parts.sort(Comparator.comparing(EvidencePart::kind).thenComparing(EvidencePart::place));
        return parts;
    }

    static String text(LinkKey link) {
        return text(link.line()) + BETWEEN + link.fromStop() + BETWEEN + link.toStop();
    }

    private static String text(LineKey line) {
        return line.route() + BETWEEN + line.direction();
    }

    static LinkKey link(String feed, String place) {
        String[] ids = place.split(BETWEEN, 4);
        return new LinkKey(new LineKey(feed, ids[0], Integer.parseInt(ids[1])), ids[2], ids[3]);
    }

    static LineKey line(String feed, String place) {
        String[] ids = place.split(BETWEEN, 2);
        return new LineKey(feed, ids[0], Integer.parseInt(ids[1]));
    }
}
