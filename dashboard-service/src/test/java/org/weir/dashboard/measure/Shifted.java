package org.weir.dashboard.measure;

import java.util.List;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;

/** Runs changed by hand. */
final class Shifted {
    private Shifted() {}

    /** The same run on a trip scheduled so many seconds later. */
    static TripRun scheduledLater(TripRun run, int seconds) {
        List<StopVisit> visits = run.visits().stream()
                .map(v -> new StopVisit(
                        v.index(),
                        v.stop(),
                        v.arrival(),
                        v.departure(),
                        v.scheduled() + seconds,
                        v.gap(),
                        v.quality(),
                        v.crowding()))
                .toList();
        return new TripRun(
                run.key(),
                run.route(),
                run.direction(),
                run.schedule(),
                run.pattern(),
                run.assignment(),
                visits,
                run.knots(),
                run.revision());
    }

    /** The same run by another pattern. */
    static TripRun onPattern(TripRun run, int pattern) {
        return new TripRun(
                run.key(),
                run.route(),
                run.direction(),
                run.schedule(),
                pattern,
                run.assignment(),
                run.visits(),
                run.knots(),
                run.revision());
    }
}
