package org.weir.dashboard.street;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.Trip;

/** How many buses the plans of a day bring to a street in its busiest hour, by when their trips start. */
public final class BusesAnHour {
    private static final int HOUR = 3_600;

    private final Map<PatternRef, int[]> byHour = new HashMap<>();

    /** @param plans of one service date, of one feed each */
    public BusesAnHour(Collection<ServicePlan> plans) {
        for (ServicePlan plan : plans) {
            for (Trip trip : plan.trips()) {
                PatternRef ref = PatternRef.of(plan.schedule(), trip.pattern());
                int hour = Math.max(0, trip.start() / HOUR);
                int[] hours = byHour.computeIfAbsent(ref, r -> new int[24]);
                if (hour >= hours.length) {
                    hours = Arrays.copyOf(hours, hour + 1);
                    byHour.put(ref, hours);
                }
                hours[hour]++;
            }
        }
    }

    public int on(Street street) {
        int[] sum = new int[24];
        for (PatternRef pattern : street.patterns()) {
            int[] hours = byHour.getOrDefault(pattern, new int[0]);
            sum = hours.length > sum.length ? Arrays.copyOf(sum, hours.length) : sum;
            for (int hour = 0; hour < hours.length; hour++) {
                sum[hour] += hours[hour];
            }
        }
        return Arrays.stream(sum).max().orElse(0);
    }
}
