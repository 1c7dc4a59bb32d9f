package org.weir.dashboard.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weir.dashboard.schedule.ServicePlan;
import org.weir.dashboard.schedule.Trip;

/**
 * When a feed said nothing on a service date: times in which no vehicle of it was at any stop although several trips
 * were to call. One trip that does not come is missing; that nobody comes at all is rather the feed's silence than
 * everybody's. Of a day that is not over the last silence has no end: what is due in it is still to come.
 */
public final class Silences {
    /** So early or late buses may be without anything being wrong, in seconds. */
    private static final double OFF = 600;

    /** So few trips may all have been cancelled. */
    private static final int FEWEST = 3;

    private static final double DAY = 86_400;

    private final ServicePlan plan;

    private Silences(ServicePlan plan) {
        this.plan = plan;
    }

    /**
     * In order.
     *
     * @param heard when vehicles came to stops and left them, POSIX seconds, in any order
     * @param plan what was to run
     * @param over whether something was heard on a later date; if not, the last of them has only begun
     */
    public static List<Silence> of(double[] heard, ServicePlan plan, boolean over) {
        double[] moments = heard.clone();
        Arrays.sort(moments);
        return new Silences(plan).between(moments, over);
    }

    private List<Silence> between(double[] moments, boolean over) {
        List<Silence> silences = new ArrayList<>();
        double end = plan.begin() + 2 * DAY;
        double before = plan.begin() - DAY;
        for (double moment : moments) {
            add(silences, before, moment, FEWEST);
            before = moment;
        }
        if (over) {
            add(silences, before, end, FEWEST);
        } else if (due(before, end, 1)) {
            // By quarter hours, so that figures of a day that goes on need not be made anew all the time for it.
            double due = before - OFF - plan.begin();
            silences.add(Silence.since(plan.begin() + (double) DaySheet.quarter(due) * DaySheet.QUARTER));
        }
        return silences;
    }

    private void add(List<Silence> to, double from, double until, int fewest) {
        if (until - from > 2 * OFF && due(from + OFF, until - OFF, fewest)) {
            to.add(new Silence(from, until));
        }
    }

    /** Whether so many trips were to call somewhere between two moments. */
    private boolean due(double from, double to, int fewest) {
        int trips = 0;
        for (Trip trip : plan.trips()) {
            if (plan.begin() + trip.start() < to && plan.begin() + trip.end() > from && calls(trip, from, to)) {
                trips++;
                if (trips == fewest) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean calls(Trip trip, double from, double to) {
        for (int i = 0; i < trip.offsets().length; i++) {
            double at = plan.departs(trip, i);
            if (at > from && at < to) {
                return true;
            }
        }
        return false;
    }
}
