package org.weir.dashboard.export;

import java.io.IOException;
import java.util.List;
import org.weir.dashboard.movement.Knots;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.schedule.StopPattern;

/**
 * TIDES {@code vehicle_locations}, and behind its columns our own: metres along the pattern's way. The places are on that
 * way, after matching and smoothing; they are no receiver's raw fixes, which are not kept.
 */
public final class LocationTable implements RunTable {
    private static final double DIGITS = 1e6;
    private static final List<Column> COLUMNS = List.of(
            Column.text("location_ping_id"),
            Column.date("service_date"),
            Column.time("event_timestamp"),
            Column.text("trip_id_performed"),
            Column.text("trip_id_scheduled"),
            Column.text("vehicle_id"),
            Column.text("pattern_id"),
            Column.number("latitude"),
            Column.number("longitude"),
            Column.number("pattern_metres"));

    private final Performed performed;

    public LocationTable(Performed performed) {
        this.performed = performed;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void add(TripRun run, Rows to) throws IOException {
        String id = Performed.id(run);
        String scheduled = performed.scheduledId(run);
        String patternId = Performed.patternId(run);
        StopPattern pattern = performed.pattern(run);
        Knots knots = run.knots();
        for (int i = 0; i < knots.size(); i++) {
            double metres = knots.metres()[i];
            double[] at = pattern == null ? null : pattern.shape().line().point(metres);
            to.add(
                    null,
                    run.key().date().toString() + ':' + id + ':' + i,
                    run.key().date(),
                    Math.round(knots.times()[i]),
                    id,
                    scheduled,
                    run.key().vehicle(),
                    patternId,
                    at == null ? null : (Double) (Math.round(at[1] * DIGITS) / DIGITS),
                    at == null ? null : (Double) (Math.round(at[0] * DIGITS) / DIGITS),
                    Math.round(metres * 10) / 10.0);
        }
    }
}
