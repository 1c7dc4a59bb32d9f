package org.weir.city.timetable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.city.network.Agency;

/** Gives each run of a service date its vehicle. */
public final class Fleet {
    /** Between two runs of one vehicle: the late come home, the tank is filled. */
    private static final int TURNAROUND = 45 * 60;
    /** Runs that end after 26:00 could meet the next date's first (at 28:00, and at 27:00 when summer time begins); their vehicles come from a second fleet, by turns. */
    private static final int NIGHT = 26 * 3600;

    private static final int DAY_FLEET = 4101;
    private static final int NIGHT_FLEET = 7101;

    private final Agency agency;
    private final int first;
    private final List<Integer> freeAt = new ArrayList<>();

    private Fleet(Agency agency, int first) {
        this.agency = agency;
        this.first = first;
    }

    /** Run id → vehicle id. One vehicle may have several runs a day. */
    public static Map<String, String> assign(Agency agency, Timetable timetable, LocalDate date) {
        Fleet day = new Fleet(agency, DAY_FLEET);
        Fleet night = new Fleet(agency, NIGHT_FLEET + 500 * (int) Math.floorMod(date.toEpochDay(), 2L));
        Map<String, String> vehicles = new LinkedHashMap<>();
        for (Run run : timetable.runs()) {
            vehicles.put(run.id(), (run.end() > NIGHT ? night : day).take(run));
        }
        return vehicles;
    }

    /** The lowest number that is home by then. */
    private String take(Run run) {
        int n = 0;
        while (n < freeAt.size() && freeAt.get(n) + TURNAROUND > run.start()) {
            n++;
        }
        if (n == freeAt.size()) {
            freeAt.add(0);
        }
        freeAt.set(n, run.end());
        return agency.vehicle(first + n);
    }
}
