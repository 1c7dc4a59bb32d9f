package org.weir.city.timetable;

import java.util.List;

/** All trips of one day type, as vehicles work them, in order of pull-out. */
public record Timetable(DayType day, List<Run> runs) {
    public List<Trip> trips() {
        return runs.stream().flatMap(r -> r.trips().stream()).toList();
    }
}
