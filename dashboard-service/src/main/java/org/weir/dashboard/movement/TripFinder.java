package org.weir.dashboard.movement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ServiceDate;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;

/**
 * Which trip a vehicle is on where its feed says none, or one that cannot be: the pattern that its last positions follow,
 * and of that pattern's trips the one that should be nearest to there at that time.
 */
final class TripFinder {
    /** Nearer together than this, positions do not show which way a vehicle goes, in metres. */
    private static final double SHOWN = 120;

    /** A bus that is farther off than this from every trip is on none of them, in seconds. */
    private static final double OFF = 3_600;

    /** A metre away from a way weighs as much as so many seconds off its timetable. */
    private static final double SECONDS_A_METRE = 10;

    /** The trip that is said may be so much farther off its timetable than another, in seconds. */
    private static final double BELIEVED = 900;

    private final Schedule schedule;
    private final Said said;
    private final Fixes stretch;
    private OpenRun.Course best;
    private double least = Double.POSITIVE_INFINITY;

    /** @param stretch the last positions, which follow each other */
    TripFinder(Schedule schedule, Said said, Fixes stretch) {
        this.schedule = schedule;
        this.said = said;
        this.stretch = stretch;
    }

    /**
     * The course that suits best, or null.
     *
     * @param anyRoute whether another route than the one that is said may be meant
     */
    OpenRun.Course find(String vehicle, boolean anyRoute) {
        List<StopPattern> own = schedule.patterns(said.route());
        Trip trip = schedule.trip(said.trip(), said.time(), stretch.time(0));
        if (own.isEmpty() && trip != null) {
            own = schedule.patterns(trip.pattern().route());
        }
        among(own, vehicle);
        if (best == null && (anyRoute || own.isEmpty())) {
            among(schedule.content().patterns(), vehicle);
        }
        return best;
    }

    private void among(Collection<StopPattern> patterns, String vehicle) {
        for (StopPattern pattern : patterns) {
            double away = away(pattern);
            if (away * SECONDS_A_METRE < least) {
                consider(pattern, away, vehicle);
            }
        }
    }

    /** Mean metres away from a pattern that all positions follow forward; else infinite. */
    private double away(StopPattern pattern) {
        Fixes f = stretch;
        Glitch.takeOff(f, 0, f.n - 1);
        double sum = 0;
        for (int i = 0; i < f.n; i++) {
            double metres = Matcher.metres(pattern, f, i, i - 1);
            if (Double.isNaN(metres) || i > 0 && metres < f.smooth(i - 1) - Matcher.BACK / 2) {
                return Double.POSITIVE_INFINITY;
            }
            f.place(i, metres);
            sum += pattern.shape().line().away(f.latitude(i), f.longitude(i), metres);
        }
        return f.smooth(f.n - 1) - f.smooth(0) < SHOWN ? Double.POSITIVE_INFINITY : sum / f.n;
    }

    private void consider(StopPattern pattern, double away, String vehicle) {
        int i = stretch.n - 1;
        double moment = stretch.time(i);
        Trip nearest = null;
        LocalDate date = null;
        double off = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (Trip trip : schedule.trips(pattern)) {
            int due = (int) due(trip, stretch.smooth(i));
            LocalDate day = ServiceDate.closest(due, moment, schedule.timezone());
            if (!schedule.content().days().runs(trip.service(), day)) {
                continue;
            }
            double apart = Math.abs(moment - ServiceDate.begin(day, schedule.timezone()) - due);
            apart = trip.gtfsId().equals(said.trip()) ? Math.max(0, apart - BELIEVED) : apart;
            if (apart < off) {
                second = off;
                off = apart;
                nearest = trip;
                date = day;
            } else {
                second = Math.min(second, apart);
            }
        }
        double cost = away * SECONDS_A_METRE + Math.min(off, OFF);
        if (cost < least) {
            least = cost;
            best = off > OFF
                    ? unscheduled(pattern, vehicle)
                    : course(pattern, nearest, date, sure(off, second), vehicle);
        }
    }

    /** How much nearer the trip is than the next: 1 where there is no other, 0 where two are as near. */
    private static float sure(double off, double second) {
        return second == Double.POSITIVE_INFINITY ? 1 : (float) ((second - off) / Math.max(1, second + off));
    }

    private OpenRun.Course course(StopPattern pattern, Trip trip, LocalDate date, float sure, String vehicle) {
        if (trip.gtfsId().equals(said.trip())) {
            return new OpenRun.Course(new TripRun.Key(date, trip.id(), vehicle), pattern, trip, Assignment.GIVEN);
        }
        boolean given = schedule.trip(said.trip(), said.time(), stretch.time(0)) != null;
        var how = given ? Assignment.How.CORRECTED : Assignment.How.INFERRED;
        return new OpenRun.Course(new TripRun.Key(date, trip.id(), vehicle), pattern, trip, new Assignment(how, sure));
    }

    private OpenRun.Course unscheduled(StopPattern pattern, String vehicle) {
        long began = stretch.time(0);
        String name = pattern.route() + '/' + pattern.direction() + '@' + began;
        return new OpenRun.Course(
                new TripRun.Key(ServiceDate.of(began, schedule.timezone()), name, vehicle),
                pattern,
                null,
                new Assignment(Assignment.How.PATTERN_ONLY, 0));
    }

    /** When a trip should be at a place: seconds after its service day's beginning, evenly between two stops. */
    private static double due(Trip trip, double metres) {
        double[] at = trip.pattern().at();
        int k = 1;
        while (k < at.length - 1 && at[k] < metres) {
            k++;
        }
        double length = at[k] - at[k - 1];
        double share = length <= 0 ? 0 : Math.max(0, Math.min(1, (metres - at[k - 1]) / length));
        return trip.departs(k - 1) + share * (trip.departs(k) - trip.departs(k - 1));
    }
}
