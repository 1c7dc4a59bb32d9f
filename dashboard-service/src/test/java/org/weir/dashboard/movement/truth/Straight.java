package org.weir.dashboard.movement.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.ScheduleBook;

/** The baseline: a vehicle passes a stop where a straight line between the two positions around says so. */
final class Straight {
    private Straight() {}

    static List<TripRun> of(ScheduleBook book, Collection<TripRun> runs) {
        List<TripRun> straight = new ArrayList<>();
        for (TripRun run : runs) {
            double[] at = book.version(run.schedule()).pattern(run.pattern()).at();
            List<StopVisit> visits = new ArrayList<>();
            for (StopVisit visit : run.visits()) {
                double when = passed(run.knots(), at[visit.index()], visit.index() == at.length - 1);
                if (!Double.isNaN(when)) {
                    visits.add(new StopVisit(
                            visit.index(),
                            visit.stop(),
                            when,
                            when,
                            visit.scheduled(),
                            visit.gap(),
                            visit.quality(),
                            visit.crowding()));
                }
            }
            straight.add(new TripRun(
                    run.key(),
                    run.route(),
                    run.direction(),
                    run.schedule(),
                    run.pattern(),
                    run.assignment(),
                    visits,
                    run.knots(),
                    0));
        }
        return straight;
    }

    /** A last stop is taken to be reached 30 m before it, as here too; else a bus that halts a metre before never comes. */
    private static double passed(Knots knots, double stop, boolean last) {
        double place = last ? stop - 30 : stop;
        for (int i = 1; i < knots.size(); i++) {
            double from = knots.metres()[i - 1];
            double to = knots.metres()[i];
            if (to >= place && from < to && from <= place) {
                double share = (place - from) / (to - from);
                return knots.times()[i - 1] + share * (knots.times()[i] - knots.times()[i - 1]);
            }
        }
        return Double.NaN;
    }
}
