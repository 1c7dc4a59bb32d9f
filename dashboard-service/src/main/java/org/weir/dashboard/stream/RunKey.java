package org.weir.dashboard.stream;

import java.time.LocalDate;
import org.weir.dashboard.movement.TripRun;

/** What a run is kept by outside of its vehicle's track: the agreement and the feed under which it came, and its own key. */
public record RunKey(String agreement, String feed, LocalDate date, String trip, String vehicle) {
    public static RunKey of(String agreement, String feed, TripRun.Key key) {
        return new RunKey(agreement, feed, key.date(), key.trip(), key.vehicle());
    }
}
