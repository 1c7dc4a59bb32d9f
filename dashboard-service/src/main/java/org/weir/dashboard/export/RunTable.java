package org.weir.dashboard.export;

import java.io.IOException;
import java.util.List;
import org.weir.dashboard.movement.TripRun;

/** A table whose rows are made of runs. */
public interface RunTable {
    List<Column> columns();

    void add(TripRun run, Rows to) throws IOException;
}
