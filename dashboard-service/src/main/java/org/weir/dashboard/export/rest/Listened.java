package org.weir.dashboard.export.rest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/** What is written while somebody reads it: to write on for nobody fails. */
final class Listened extends FilterOutputStream {
    private final BooleanSupplier gone;

    /** @param gone whether the reader has closed the connection */
    Listened(OutputStream to, BooleanSupplier gone) {
        super(to);
        this.gone = gone;
    }

    /** @throws IOException where nobody reads any more */
    void check() throws IOException {
        if (gone.getAsBoolean()) {
            throw new IOException("Nobody reads this any more.");
        }
    }

    @Override
    public void write(int b) throws IOException {
        check();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        check();
        out.write(bytes, from, length);
    }
}
