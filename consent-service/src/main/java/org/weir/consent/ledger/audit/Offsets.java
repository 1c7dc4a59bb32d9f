package org.weir.consent.ledger.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Offsets of one partition: stretches that do not touch. */
final class Offsets {
    private final TreeMap<Long, Long> stretches = new TreeMap<>();

    /** A stretch, from the first, included, to the last, excluded. */
    record Stretch(long from, long to) {
        @Override
        public String toString() {
            return from + " to " + (to - 1);
        }
    }

    /** Adds a stretch; false where some of it was there already, and then it is not added. */
    boolean add(long from, long to) {
        Map.Entry<Long, Long> before = stretches.floorEntry(to - 1);
        if (before != null && before.getValue() > from) {
            return false;
        }
        join(from, to);
        return true;
    }

    /** Adds a stretch, whether some of it was there or not. */
    void join(long from, long to) {
        long first = from;
        long last = to;
        Map.Entry<Long, Long> touching = stretches.floorEntry(last);
        while (touching != null && touching.getValue() >= first) {
            first = Math.min(first, touching.getKey());
            last = Math.max(last, touching.getValue());
            stretches.remove(touching.getKey());
            touching = stretches.floorEntry(last);
        }
        stretches.put(first, last);
    }

    void join(Offsets others) {
        others.stretches.forEach(this::join);
    }

    /** What is missing between the first offset and the last. */
    List<Stretch> gaps() {
        List<Stretch> gaps = new ArrayList<>();
        Long end = null;
        for (Map.Entry<Long, Long> each : stretches.entrySet()) {
            if (end != null) {
                gaps.add(new Stretch(end, each.getKey()));
            }
            end = each.getValue();
        }
        return gaps;
    }

    /** The part of a stretch that is not here. */
    List<Stretch> missing(Stretch wanted) {
        List<Stretch> missing = new ArrayList<>();
        long at = wanted.from;
        Map.Entry<Long, Long> covering = stretches.floorEntry(at);
        if (covering != null && covering.getValue() > at) {
            at = covering.getValue();
        }
        for (Map.Entry<Long, Long> each : stretches.tailMap(at, true).entrySet()) {
            if (each.getKey() >= wanted.to) {
                break;
            }
            if (each.getKey() > at) {
                missing.add(new Stretch(at, each.getKey()));
            }
            at = Math.max(at, each.getValue());
        }
        if (at < wanted.to) {
            missing.add(new Stretch(at, wanted.to));
        }
        return missing;
    }
}
