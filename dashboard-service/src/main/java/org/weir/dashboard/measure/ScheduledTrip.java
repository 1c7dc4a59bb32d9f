package org.weir.dashboard.measure;

import java.util.List;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.Trip;

/**
 * A trip that should run on the day.
 *
 * @param trip its id, by which runs name it; each departure by frequency has its own
 * @param stops its stops, in order
 * @param departs when it is to leave each of them, and to arrive at the last; POSIX seconds
 */
public record ScheduledTrip(String trip, List<String> stops, double[] departs) {
    /** @param begin POSIX seconds of the service day's beginning */
    public static ScheduledTrip of(Trip trip, double begin) {
        List<String> stops = trip.pattern().stops().stream().map(Stop::id).toList();
        double[] departs = new double[stops.size()];
        for (int i = 0; i < departs.length; i++) {
            departs[i] = begin + trip.departs(i);
        }
        return new ScheduledTrip(trip.id(), stops, departs);
    }
}
