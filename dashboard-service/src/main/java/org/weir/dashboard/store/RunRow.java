package org.weir.dashboard.store;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.TripRunCodec;

/** A run as a row of {@code trip_run}, and back: what it is found by, and the bytes that crossed the topic. */
final class RunRow {
    static final String COLUMNS = "run";

    private RunRow() {}

    /** Feed, agreement, service date, trip, vehicle, route, direction, visits, run. */
    static Tuple write(KeptRun kept) {
        TripRun run = kept.run();
        return Tuple.tuple()
                .addString(kept.key().feed())
                .addString(kept.key().agreement())
                .addLocalDate(kept.key().date())
                .addString(kept.key().trip())
                .addString(kept.key().vehicle())
                .addString(run.route())
                .addShort((short) run.direction())
                .addShort((short) run.visits().size())
                .addBuffer(Buffer.buffer(TripRunCodec.write(run)));
    }

    static List<TripRun> read(RowSet<Row> rows) {
        List<TripRun> runs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            runs.add(TripRunCodec.read(row.getBuffer("run").getBytes()));
        }
        return runs;
    }

    /** Without the way between stops, which is most of a run. */
    static List<TripRun> readVisits(RowSet<Row> rows) {
        List<TripRun> runs = new ArrayList<>(rows.size());
        for (Row row : rows) {
            runs.add(TripRunCodec.readVisits(row.getBuffer("run").getBytes()));
        }
        return runs;
    }
}
