package org.weir.consent.ledger.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a leaf says: what one committed batch did with one feed's records under one agreement.
 *
 * @param agreement "none" where no agreement covered the feed
 * @param withheld how many were withheld, by reason
 * @param offsets which raw records the batch held
 * @param outputs where the shared ones lie; empty where the entry does not say
 * @param planHash of the terms enforced; empty where the entry does not say
 */
record Entry(
        String enforcer,
        long epoch,
        Line line,
        long version,
        long accepted,
        long shared,
        Map<String, Long> withheld,
        long quarantined,
        List<Range> offsets,
        List<Range> outputs,
        String planHash) {

    /** One feed under one agreement. */
    record Line(String feed, String agreement) {
        @Override
        public String toString() {
            return feed + " under " + (agreement.equals(NONE) ? "no agreement" : agreement);
        }
    }

    /** Offsets of one partition, from the first, included, to the last, excluded. */
    record Range(int partition, long from, long to) {}

    private static final String NONE = "none";

    /** @throws IllegalArgumentException where it cannot be read */
    static Entry read(byte[] leaf) {
        Map<String, Object> json = object(JsonReader.read(leaf));
        Map<String, Long> withheld = new java.util.TreeMap<>();
        object(json.get("withheld")).forEach((reason, n) -> withheld.put(reason, count(n, "withheld")));
        Object agreement = json.get("agreement");
        return new Entry(
                text(json.get("enforcer"), "enforcer"),
                count(json.get("epoch"), "epoch"),
                new Line(text(json.get("feed"), "feed"), agreement == null ? NONE : text(agreement, "agreement")),
                count(json.get("version"), "version"),
                count(json.get("accepted"), "accepted"),
                count(json.get("shared"), "shared"),
                withheld,
                count(json.get("quarantined"), "quarantined"),
                ranges(json.get("offsets")),
                json.get("outputs") == null ? List.of() : ranges(json.get("outputs")),
                json.get("planHash") == null ? "" : text(json.get("planHash"), "planHash"));
    }

    long withheldInAll() {
        return withheld.values().stream().mapToLong(Long::longValue).sum();
    }

    static long width(List<Range> ranges) {
        return ranges.stream().mapToLong(r -> r.to - r.from).sum();
    }

    private static List<Range> ranges(Object json) {
        List<Range> ranges = new ArrayList<>();
        if (!(json instanceof List<?> list)) {
            throw new IllegalArgumentException("Offsets are missing.");
        }
        for (Object each : list) {
            Map<String, Object> range = object(each);
            Range read = new Range(
                    (int) count(range.get("partition"), "partition"),
                    count(range.get("from"), "from"),
                    count(range.get("to"), "to"));
            if (read.to <= read.from) {
                throw new IllegalArgumentException("Offsets end before they begin.");
            }
            ranges.add(read);
        }
        return ranges;
    }

    private static Map<String, Object> object(Object json) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("An object is missing.");
        }
        Map<String, Object> members = new java.util.HashMap<>();
        map.forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    private static String text(Object json, String what) {
        if (!(json instanceof String text)) {
            throw new IllegalArgumentException("The text \"" + what + "\" is missing.");
        }
        return text;
    }

    private static long count(Object json, String what) {
        if (!(json instanceof Long n) || n < 0) {
            throw new IllegalArgumentException("The number \"" + what + "\" is missing.");
        }
        return n;
    }
}
