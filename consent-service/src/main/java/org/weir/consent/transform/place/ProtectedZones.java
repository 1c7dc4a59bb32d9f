package org.weir.consent.transform.place;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Places that records may not tell of: shelters, clinics, courts. Given as H3 cells, of any resolutions. Immutable. */
public final class ProtectedZones {
    public static final ProtectedZones NONE = new ProtectedZones(Set.of());

    private final Map<Integer, Set<Long>> cells = new TreeMap<>();

    /** @param zones valid cells */
    public ProtectedZones(Collection<Long> zones) {
        for (long cell : zones) {
            cells.computeIfAbsent(Cells.resolution(cell), r -> new HashSet<>()).add(cell);
        }
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Looks for one thread. */
    Lookout lookout() {
        return new Lookout(this);
    }

    /** Tells whether points lie in a zone, on one thread. */
    static final class Lookout {
        private final CellFinder[] finders;
        private final Set<?>[] zones;

        private Lookout(ProtectedZones all) {
            finders = all.cells.keySet().stream().map(CellFinder::new).toArray(CellFinder[]::new);
            zones = all.cells.values().toArray(Set<?>[]::new);
        }

        boolean sees(double latitude, double longitude) {
            for (int i = 0; i < finders.length; i++) {
                if (zones[i].contains(finders[i].find(latitude, longitude).id())) {
                    return true;
                }
            }
            return false;
        }
    }
}
