package org.weir.city.timetable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each run of a service date its vehicle. */
public final class Fleet {
    /** Between two runs of one vehicle: the late come home, the tank is filled. */
    private static final int TURNAROUND = 45 * 60;
    /** Runs that end after 27:30 could meet the next date's first; their vehicles come from a second fleet, by turns. */
    private static final int NIGHT = 27 * 3600 + 1800;

    private Fleet() {}

    /** Run id → vehicle id. One vehicle may have several runs a day. */
    public static Map<String, String> assign(Timetable timetable, LocalDate date) {
        Map<String, String> vehicles = new LinkedHashMap<>();
        List<Integer> freeAt = new ArrayList<>();
        int night = 7101 + 100 * (int) Math.floorMod(date.toEpochDay(), 2L);
        for (Run run : timetable.runs()) {
            if (run.end() > NIGHT) {
                vehicles.put(run.id(), Integer.toString(night++));
                continue;
            }
            int n = 0;
            while (n < freeAt.size() && freeAt.get(n) + TURNAROUND > run.start()) {
                n++;
            }
            if (n == freeAt.size()) {
                freeAt.add(0);
            }
            freeAt.set(n, run.end());
            vehicles.put(run.id(), Integer.toString(4101 + n));
        }
        return vehicles;
    }
}
