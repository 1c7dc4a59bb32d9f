package org.weir.dashboard.schedule.gtfs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.onebusaway.csv_entities.CsvInputSource;

/**
 * The files of a zip, which may unpack to so many bytes together and no more. What the zip says of its own sizes is not
 * believed: bytes are counted as they are read.
 */
final class BoundedZip implements CsvInputSource, AutoCloseable {
    private final ZipFile zip;
    private final long largest;
    private long left;

    BoundedZip(ZipFile zip, long largest) {
        this.zip = zip;
        this.largest = largest;
        this.left = largest;
    }

    @Override
    public boolean hasResource(String name) {
        return zip.getEntry(name) != null;
    }

    @Override
    public InputStream getResource(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new Counted(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void count(long bytes) {
        left -= Math.max(0, bytes);
        if (left < 0) {
            throw GtfsArchive.unreadable("The archive unpacks to more than " + largest + " bytes.");
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = super.read(to, from, length);
            count(n);
            return n;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long n = super.skip(bytes);
            count(n);
            return n;
        }
    }
}
