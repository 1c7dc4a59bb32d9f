package org.weir.dashboard.street;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Streets one after another on which many buses go on: a corridor that the schedules make.
 *
 * @param id of its first street
 * @param fromStop the stop at its beginning
 * @param toStop the stop at its end
 * @param streets in order
 * @param metres its length
 */
public record FoundCorridor(String id, String fromStop, String toStop, List<Street> streets, double metres) {
    /** A sharper turn from one street to the next ends a corridor, in degrees. */
    private static final double TURN = 60;

    /**
     * The longest chains of streets with so many buses or more.
     *
     * @param buses buses on a street, in whatever unit
     * @param least how many it needs
     * @param metres how long a corridor is at least
     */
    public static List<FoundCorridor> in(StreetNet net, ToDoubleFunction<Street> buses, double least, double metres) {
        Map<String, Street> busy = new LinkedHashMap<>();
        for (Street street : net.streets()) {
            if (buses.applyAsDouble(street) >= least) {
                busy.put(street.id(), street);
            }
        }
        Map<String, Map<String, Integer>> onward = new HashMap<>();
        Map<String, Map<String, Integer>> back = new HashMap<>();
        for (StreetNet.Route way : net.ways()) {
            for (int i = 0; i + 1 < way.stretches().size(); i++) {
                Street from = busy.get(way.stretches().get(i).place());
                Street to = busy.get(way.stretches().get(i + 1).place());
                if (from != null && to != null && from != to && straight(from, to)) {
                    int votes = way.patterns().size();
                    onward.computeIfAbsent(from.id(), s -> new HashMap<>()).merge(to.id(), votes, Integer::sum);
                    back.computeIfAbsent(to.id(), s -> new HashMap<>()).merge(from.id(), votes, Integer::sum);
                }
            }
        }
        return chains(busy, onward, back).stream()
                .filter(corridor -> corridor.metres() >= metres)
                .sorted(Comparator.comparingDouble((FoundCorridor c) -> -c.metres())
                        .thenComparing(FoundCorridor::id))
                .toList();
    }

    private static boolean straight(Street from, Street to) {
        int last = from.line().length - 1;
        double leaves = Links.bearing(from.line()[last - 1], from.line()[last]);
        return Links.turn(leaves, Links.bearing(to.line()[0], to.line()[1])) <= TURN;
    }

    private static List<FoundCorridor> chains(
            Map<String, Street> busy,
            Map<String, Map<String, Integer>> onward,
            Map<String, Map<String, Integer>> back) {
        Map<String, String> next = new HashMap<>();
        Set<String> followed = new HashSet<>();
        for (String id : busy.keySet()) {
            String to = most(onward.get(id));
            if (to != null && id.equals(most(back.get(to)))) {
                next.put(id, to);
                followed.add(to);
            }
        }
        List<FoundCorridor> chains = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        busy.keySet().stream()
                .filter(id -> !followed.contains(id))
                .forEach(id -> chains.add(chain(id, busy, next, taken)));
        // What is left are rings: each begins anywhere.
        busy.keySet().stream().filter(id -> !taken.contains(id)).forEach(id -> {
            if (!taken.contains(id)) {
                chains.add(chain(id, busy, next, taken));
            }
        });
        return chains;
    }

    private static FoundCorridor chain(
            String first, Map<String, Street> busy, Map<String, String> next, Set<String> taken) {
        List<Street> streets = new ArrayList<>();
        double metres = 0;
        for (String id = first; id != null && taken.add(id); id = next.get(id)) {
            streets.add(busy.get(id));
            metres += busy.get(id).metres();
        }
        String begins = streets.get(0).fromStop();
        String ends = streets.get(streets.size() - 1).toStop();
        return new FoundCorridor(first, begins, ends, List.copyOf(streets), metres);
    }

    private static String most(Map<String, Integer> votes) {
        return votes == null
                ? null
                : votes.entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow()
                        .getKey();
    }
}
