package org.weir.dashboard.movement;

import java.util.List;
import org.weir.dashboard.schedule.Projection;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;
import org.weir.schemas.position.VehiclePosition;

/**
 * Finds where on its way a vehicle is: the nearest point of the trip's shape, looked for in a window ahead of where it
 * was before, so that a loop or an out-and-back street is not taken for its other pass. Along one trip progress never
 * falls. Without a known trip, the best shape of the route (and direction, where given) stands in.
 */
public final class Matcher {
    /** A carriageway's half width, a receiver's error between tall buildings and a shape's own error, in metres. */
    static final double FARTHEST = 60;

    /** No bus in service is faster, in metres a second (126 km/h). */
    static final double FASTEST = 35;

    /** Noise may seem to go back this far, in metres. */
    static final double BACK = 50;

    /** What the window has beyond the fastest run: the error of both positions. */
    static final double AHEAD = 200;

    /** A pass that is this little farther away may be the right one, in metres. */
    private static final double AS_NEAR = 15;

    private static final double AGAINST = 90;

    private Matcher() {}

    /**
     * Matches one position, which has a place.
     *
     * @param last where the vehicle was before; null where nothing is known
     */
    public static Match match(Schedule schedule, Progress last, VehiclePosition p) {
        Trip trip = schedule.trip(p.tripId());
        if (trip != null) {
            return onTrip(schedule, last, p, trip.pattern(), trip.id());
        }
        return onRoute(schedule, last, p);
    }

    private static Match onTrip(Schedule schedule, Progress last, VehiclePosition p, StopPattern pattern, String trip) {
        Match.Found on = goOn(schedule, last, p, pattern, trip);
        if (on != null) {
            return on;
        }
        Projection first = firstPass(pattern, p);
        return first == null
                ? new Match.Lost(Unmatched.OFF_ROUTE)
                : new Match.Found(pattern, trip, first.at(), first.away(), false);
    }

    /** Further along the same trip, or null where that cannot be. */
    private static Match.Found goOn(
            Schedule schedule, Progress last, VehiclePosition p, StopPattern pattern, String trip) {
        boolean same = last != null
                && last.known()
                && last.pattern() == pattern.ordinal()
                && last.trip().equals(trip)
                && last.schedule().equals(schedule.version());
        if (!same) {
            return null;
        }
        double reach = FASTEST * (p.timestamp() - last.time()) + AHEAD;
        Projection found = pattern.shape()
                .line()
                .nearest(p.latitude(), p.longitude(), last.metres() - BACK, last.metres() + reach);
        return found.away() > FARTHEST
                ? null
                : new Match.Found(pattern, trip, Math.max(found.at(), last.metres()), found.away(), true);
    }

    /** Where nothing came before: the first of the near passes that leads the way the vehicle heads. */
    private static Projection firstPass(StopPattern pattern, VehiclePosition p) {
        List<Projection> passes = pattern.shape().line().passes(p.latitude(), p.longitude(), FARTHEST);
        double nearest = Double.POSITIVE_INFINITY;
        for (Projection pass : passes) {
            nearest = Math.min(nearest, pass.away());
        }
        Projection chosen = null;
        for (Projection pass : passes) {
            if (pass.away() <= nearest + AS_NEAR) {
                boolean with = !against(pattern, pass, p.bearing());
                if (with) {
                    return pass;
                }
                chosen = chosen == null ? pass : chosen;
            }
        }
        return chosen;
    }

    private static boolean against(StopPattern pattern, Projection pass, float bearing) {
        if (Float.isNaN(bearing)) {
            return false;
        }
        double off = Math.abs(pattern.shape().line().bearing(pass.at()) - bearing) % 360;
        return Math.min(off, 360 - off) > AGAINST;
    }

    private static Match onRoute(Schedule schedule, Progress last, VehiclePosition p) {
        List<StopPattern> patterns = schedule.patterns(p.routeId());
        if (patterns.isEmpty()) {
            return new Match.Lost(Unmatched.NO_TRIP);
        }
        StopPattern before = last == null || !last.known() ? null : schedule.pattern(last.pattern());
        if (before != null && patterns.contains(before) && suits(before, p)) {
            Match.Found on = goOn(schedule, last, p, before, "");
            if (on != null) {
                return on;
            }
        }
        Match.Found best = null;
        for (StopPattern pattern : patterns) {
            if (!suits(pattern, p)) {
                continue;
            }
            Projection pass = firstPass(pattern, p);
            if (pass != null
                    && !against(pattern, pass, p.bearing())
                    && (best == null || pass.away() < best.away() - 1)) {
                best = new Match.Found(pattern, "", pass.at(), pass.away(), false);
            }
        }
        return best == null ? new Match.Lost(Unmatched.OFF_ROUTE) : best;
    }

    private static boolean suits(StopPattern pattern, VehiclePosition p) {
        return p.directionId() == null || p.directionId() == pattern.direction();
    }
}
