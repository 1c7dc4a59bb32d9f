package org.weir.dashboard.store;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.movement.Assignment;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.StopVisit;
import org.weir.dashboard.movement.TripRun;

/** A run as a row of {@code trip_run}, and back. */
final class RunRow {
    static final String COLUMNS = "service_date, trip, vehicle, route, direction, schedule, pattern, assignment, sure,"
            + " indexes, stops, arrivals, departures, scheduled, gaps, qualities, crowding, knot_metres, knot_times,"
            + " revision";

    private static final StopVisit.Quality[] QUALITIES = StopVisit.Quality.values();
    private static final Assignment.How[] HOWS = Assignment.How.values();

    private RunRow() {}

    /** Feed and agreement, then the columns. */
    static Tuple write(KeptRun kept) {
        TripRun run = kept.run();
        Tuple row = Tuple.tuple()
                .addString(kept.key().feed())
                .addString(kept.key().agreement())
                .addLocalDate(kept.key().date())
                .addString(kept.key().trip())
                .addString(kept.key().vehicle())
                .addString(run.route())
                .addShort((short) run.direction())
                .addString(run.schedule())
                .addInteger(run.pattern())
                .addShort((short) run.assignment().how().ordinal())
                .addFloat(run.assignment().sure());
        visits(run.visits(), row);
        knots(run.knots(), row);
        return row.addInteger(run.revision());
    }

    private static void visits(List<StopVisit> visits, Tuple row) {
        int n = visits.size();
        Short[] indexes = new Short[n];
        String[] stops = new String[n];
        Double[] arrivals = new Double[n];
        Double[] departures = new Double[n];
        Integer[] scheduled = new Integer[n];
        Float[] gaps = new Float[n];
        Short[] qualities = new Short[n];
        Short[] crowding = new Short[n];
        for (int i = 0; i < n; i++) {
            StopVisit each = visits.get(i);
            indexes[i] = (short) each.index();
            stops[i] = each.stop();
            arrivals[i] = each.arrival();
            departures[i] = each.departure();
            scheduled[i] = each.scheduled() == StopVisit.UNSCHEDULED ? null : each.scheduled();
            gaps[i] = each.gap();
            qualities[i] = (short) each.quality().ordinal();
            crowding[i] = (short) each.crowding();
        }
        row.addArrayOfShort(indexes)
                .addArrayOfString(stops)
                .addArrayOfDouble(arrivals)
                .addArrayOfDouble(departures)
                .addArrayOfInteger(scheduled)
                .addArrayOfFloat(gaps)
                .addArrayOfShort(qualities)
                .addArrayOfShort(crowding);
    }

    private static void knots(Knots knots, Tuple row) {
        Float[] metres = new Float[knots.size()];
        Double[] times = new Double[knots.size()];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = knots.metres()[i];
            times[i] = knots.times()[i];
        }
        row.addArrayOfFloat(metres).addArrayOfDouble(times);
    }

    static TripRun read(Row row) {
        return new TripRun(
                new TripRun.Key(row.getLocalDate("service_date"), row.getString("trip"), row.getString("vehicle")),
                row.getString("route"),
                row.getShort("direction"),
                row.getString("schedule"),
                row.getInteger("pattern"),
                new Assignment(HOWS[row.getShort("assignment")], row.getFloat("sure")),
                visits(row),
                knots(row),
                row.getInteger("revision"));
    }

    private static List<StopVisit> visits(Row row) {
        Short[] indexes = row.getArrayOfShorts("indexes");
        String[] stops = row.getArrayOfStrings("stops");
        Double[] arrivals = row.getArrayOfDoubles("arrivals");
        Double[] departures = row.getArrayOfDoubles("departures");
        Integer[] scheduled = row.getArrayOfIntegers("scheduled");
        Float[] gaps = row.getArrayOfFloats("gaps");
        Short[] qualities = row.getArrayOfShorts("qualities");
        Short[] crowding = row.getArrayOfShorts("crowding");
        List<StopVisit> visits = new ArrayList<>(indexes.length);
        for (int i = 0; i < indexes.length; i++) {
            visits.add(new StopVisit(
                    indexes[i],
                    stops[i],
                    arrivals[i],
                    departures[i],
                    scheduled[i] == null ? StopVisit.UNSCHEDULED : scheduled[i],
                    gaps[i],
                    QUALITIES[qualities[i]],
                    crowding[i]));
        }
        return visits;
    }

    private static Knots knots(Row row) {
        Float[] metres = row.getArrayOfFloats("knot_metres");
        Double[] times = row.getArrayOfDoubles("knot_times");
        float[] at = new float[metres.length];
        double[] when = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = metres[i];
            when[i] = times[i];
        }
        return new Knots(at, when);
    }
}
