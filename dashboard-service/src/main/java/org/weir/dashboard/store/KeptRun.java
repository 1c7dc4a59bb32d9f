package org.weir.dashboard.store;

import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.stream.RunKey;

/** A run with what it is kept by. */
public record KeptRun(RunKey key, TripRun run) {
    RouteDate routeDate() {
        return new RouteDate(key.feed(), key.agreement(), run.route(), run.direction(), key.date());
    }

    /** A run with nothing in it takes back what was said: the vehicle made another trip. */
    boolean isWithdrawn() {
        return run.visits().isEmpty() && run.knots().size() == 0;
    }
}
