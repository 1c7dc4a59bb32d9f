package org.weir.dashboard.export;

import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of one table, one after the other, and keeps none of them. */
public interface Rows extends Closeable {
    /**
     * Takes a row.
     *
     * @param where [longitude, latitude] pairs: one is a point, more are a line; null where it is nowhere
     * @param cells in the order of the table's columns
     * @throws IOException where nobody reads any more
     */
    void add(double[][] where, Object... cells) throws IOException;

    /** Ends the table. Without it what was written is not whole, and whoever reads it can tell. */
    @Override
    void close() throws IOException;
}
