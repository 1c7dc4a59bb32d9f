package org.weir.dashboard.rank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.dashboard.street.Street;

/**
 * Streets that are slow over their length, for hours, on most days, and carry many buses; those that follow one another are
 * one place. What counts is the median of a street's cells, so that neither a signal nor a stop makes it slow. Buses an hour
 * and length are where guides begin to speak of a lane (NACTO Transit Street Design Guide; TCRP Report 183).
 */
final class LaneRule implements Rule {
    /** Of its own free flow. */
    private static final double SLOW = 0.42;

    private static final int HOURS = 3;
    private static final double BUSES_AN_HOUR = 8;
    private static final double METRES = 400;
    private static final double MOST = 0.5;

    /** What all days together do not come near is slow on few of them, and need not be looked at day by day. */
    private static final double SEEN = 1.3;

    @Override
    public Search search(Evidence evidence, Layout layout, Asked asked, Usual usual) {
        Map<String, BitSet> seen = new HashMap<>();
        for (String street : evidence.streets()) {
            BitSet hours = seen(evidence, street, asked);
            if (hours.cardinality() >= HOURS) {
                seen.put(street, hours);
            }
        }
        return () -> find(seen, evidence, layout);
    }

    private static List<Finding> find(Map<String, BitSet> seen, Evidence evidence, Layout layout) {
        Map<String, BitSet> slow = new HashMap<>();
        seen.forEach((street, candidates) -> {
            BitSet hours = slowHours(evidence, street, candidates);
            if (hours.cardinality() >= HOURS) {
                slow.put(street, hours);
            }
        });
        List<Finding> findings = new ArrayList<>();
        for (List<String> chain : chains(slow.keySet(), layout)) {
            if (chain.stream().mapToDouble(s -> layout.street(s).metres()).sum() >= METRES) {
                findings.add(finding(chain, slow, evidence, layout));
            }
        }
        return findings;
    }

    /** The hours in which it has many buses, and all days together come near to slow. */
    private static BitSet seen(Evidence evidence, String street, Asked asked) {
        StreetTimes all = evidence.street(street);
        double bound = SEEN * SLOW * all.free();
        int many = (int) Math.ceil(BUSES_AN_HOUR * evidence.days().size());
        BitSet hours = new BitSet();
        for (int hour = 0; hour < Hours.ALL; hour++) {
            boolean asks = asked.hour(hour) && all.passes[hour] >= many;
            hours.set(hour, asks && !(StreetTimes.CELL / all.flowing(hour) > bound));
        }
        return hours;
    }

    /** Of those the hours in which it is slow on most days. */
    private static BitSet slowHours(Evidence evidence, String street, BitSet seen) {
        double bound = SLOW * evidence.street(street).free();
        int days = evidence.days().size();
        int[] slow = new int[Hours.ALL];
        for (int day = 0; day < days; day++) {
            StreetTimes times = evidence.street(street, day);
            for (int hour = seen.nextSetBit(0); times != null && hour >= 0; hour = seen.nextSetBit(hour + 1)) {
                slow[hour] += StreetTimes.CELL / times.flowing(hour) < bound ? 1 : 0;
            }
        }
        BitSet hours = new BitSet();
        for (int hour = 0; hour < Hours.ALL; hour++) {
            hours.set(hour, slow[hour] > MOST * days);
        }
        return hours;
    }

    private static List<List<String>> chains(Set<String> slow, Layout layout) {
        Set<String> followed = new HashSet<>();
        for (String street : slow) {
            String next = layout.next(street);
            if (slow.contains(next)) {
                followed.add(next);
            }
        }
        List<List<String>> chains = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<String> first = new ArrayList<>(
                slow.stream().sorted().filter(s -> !followed.contains(s)).toList());
        // What is left then are rings: each begins anywhere.
        first.addAll(slow.stream().sorted().filter(followed::contains).toList());
        for (String begin : first) {
            List<String> chain = new ArrayList<>();
            for (String street = begin; slow.contains(street) && taken.add(street); street = layout.next(street)) {
                chain.add(street);
            }
            if (!chain.isEmpty()) {
                chains.add(chain);
            }
        }
        return chains;
    }

    private static Finding finding(List<String> chain, Map<String, BitSet> slow, Evidence evidence, Layout layout) {
        int days = evidence.days().size();
        Grid lost = new Grid(days);
        Grid took = new Grid(days);
        Grid busMetres = new Grid(days);
        List<Finding.Step> profile = new ArrayList<>();
        double metres = 0;
        for (String id : chain) {
            Street street = layout.street(id);
            StreetTimes all = evidence.street(id);
            double free = StreetTimes.CELL / all.free();
            BitSet hours = slow.get(id);
            profile(all, street, hours, metres, profile);
            metres += street.metres();
            for (int day = 0; day < days; day++) {
                StreetTimes times = evidence.street(id, day);
                for (int h = hours.nextSetBit(0); times != null && h >= 0; h = hours.nextSetBit(h + 1)) {
                    double cells = times.passes[h] == 0 ? 0 : (double) times.passes[h] * times.cells();
                    double flowing = cells == 0 ? 0 : times.flowing(h);
                    lost.add(day, h, cells * (flowing - free));
                    took.add(day, h, cells * flowing);
                    busMetres.add(day, h, times.passes[h] * street.metres());
                }
            }
        }
        Set<LineKey> routes = new LinkedHashSet<>();
        chain.forEach(id -> routes.addAll(layout.lines(id)));
        List<double[][]> lines =
                chain.stream().map(id -> layout.street(id).line()).toList();
        return new Finding(
                Cause.LANE,
                "lane-" + chain.get(0),
                new Finding.Where(chain.get(0), lines, chain, List.copyOf(routes)),
                1 - lost.mean() / took.mean(),
                lost,
                busMetres.times(1 / metres),
                profile);
    }

    /** Cell by cell, in the slow hours. */
    private static void profile(StreetTimes times, Street street, BitSet hours, double from, List<Finding.Step> to) {
        double metres = street.metres() / times.cells();
        for (int cell = 0; cell < times.cells(); cell++) {
            long passes = 0;
            double tenths = 0;
            for (int h = hours.nextSetBit(0); h >= 0; h = hours.nextSetBit(h + 1)) {
                passes += times.passes[h];
                tenths += times.running[h][cell];
            }
            to.add(new Finding.Step(
                    street.id(), from + (cell + 1) * metres, tenths / 10 / passes, metres / times.free(), passes));
        }
    }
}
