package org.weir.dashboard.measure;

import java.util.List;

/**
 * A trip that should run on the day.
 *
 * @param trip its id, by which runs name it; trips of a frequency share one
 * @param stops its stops, in order
 * @param departs when it is to leave each of them, POSIX seconds
 */
public record ScheduledTrip(String trip, List<String> stops, double[] departs) {}
