package org.weir.city.flaw;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.weir.city.chance.Dice;
import org.weir.city.geo.Point;
import org.weir.city.sim.BusReport;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.Trip;

/** The trips of one service date that leave their route, and where they are instead. */
final class Detours {
    private static final double ENDS = 600;
    private final Map<String, Detour> byTrip = new HashMap<>();

    /** @param dice the date's own */
    Detours(double share, Dice dice, LocalDate date, Timetable timetable) {
        if (share == 0) {
            return;
        }
        for (Trip trip : timetable.trips()) {
            long key = Dice.key(trip.id());
            double length = dice.between(600, 1200, key, 2);
            double free = trip.pattern().length() - length - 2 * ENDS;
            if (free > 0 && dice.uniform(key, 1, 0) < share) {
                double from = ENDS + free * dice.uniform(key, 3, 0);
                double aside = dice.between(120, 200, key, 4) * (dice.uniform(key, 5, 0) < 0.5 ? -1 : 1);
                byTrip.put(trip.id(), new Detour(date, trip.id(), from, from + length, aside));
            }
        }
    }

    Map<String, Detour> all() {
        return byTrip;
    }

    Point place(BusReport report) {
        Detour detour = byTrip.get(report.trip().id());
        double aside = detour == null ? 0 : detour.asideAt(report.along());
        return aside == 0 ? report.point() : report.trip().pattern().shape().beside(report.along(), aside);
    }
}
