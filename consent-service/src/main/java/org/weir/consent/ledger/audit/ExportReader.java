package org.weir.consent.ledger.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads an exported ledger; refuses whatever {@link ExportWriter} would not have written. */
final class ExportReader {
    /** A broker takes a megabyte by default; no leaf has a hundred. */
    private static final int MOST_DIGITS = 8;

    private final InputStream in;

    /** @param in buffered */
    ExportReader(InputStream in) throws IOException {
        this.in = in;
        byte[] form = ExportWriter.FORM.getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(form, in.readNBytes(form.length))) {
            throw new NotAnExport("The first line does not say that this is an exported ledger.");
        }
    }

    /** The next item, or empty at the end of the file. */
    Optional<byte[]> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        int length = length(first);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || in.read() != '\n') {
            throw new NotAnExport("An item is not as long as it says.");
        }
        return Optional.of(bytes);
    }

    private int length(int first) throws IOException {
        int length = 0;
        int digits = 0;
        for (int c = first; c != '\n'; c = in.read()) {
            boolean leadingZero = digits == 1 && length == 0;
            if (c < '0' || c > '9' || leadingZero || ++digits > MOST_DIGITS) {
                throw new NotAnExport("A length is not a plain number.");
            }
            length = length * 10 + c - '0';
        }
        if (digits == 0) {
            throw new NotAnExport("A length is missing.");
        }
        return length;
    }

    /** The file is not what it should be. */
    static final class NotAnExport extends IOException {
        NotAnExport(String message) {
            super(message);
        }
    }
}
