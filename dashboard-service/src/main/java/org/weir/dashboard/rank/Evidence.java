package org.weir.dashboard.rank;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the days of a period tell, each by itself and all together. A ranking first asks for sums, of everything, and then
 * for the days of the few places that look bad: a store keeps sums by month, and reads days when asked.
 */
public interface Evidence {
    /** In order. */
    List<LocalDate> days();

    Set<String> streets();

    Set<StopKey> stops();

    Set<LinkKey> links();

    /** Of all days; null where no bus went there. */
    StreetTimes street(String id);

    /** Of one day, by its place among the days; null where no bus went there. */
    StreetTimes street(String id, int day);

    StopTimes stop(StopKey stop);

    StopTimes stop(StopKey stop, int day);

    LinkTimes link(LinkKey link);

    LinkTimes link(LinkKey link, int day);

    /** Whether, since this was asked last, days were looked for that are not here yet: what was found without them is nothing. */
    default boolean lacked() {
        return false;
    }

    /** Trips of a line on all days; null where none were to run and none were seen. */
    LineTrips line(LineKey line);
}
