package org.weir.dashboard.measure;

/**
 * A sheet in few bytes, the same for equal sheets. First a version, which quantities and counts occur in it, and what
 * each count usually is in one event; then each quarter hour: how far after the one before, how many events, and the
 * values. Where all that occurs in the sheet occurs in the quarter hour as often, nothing more is needed; where not,
 * the numbers follow that differ. Then all of it is deflated, where that makes it shorter.
 */
public final class DaySheetCodec {
    private static final int VERSION = 1;

    /** Nothing belongs to a service day that is ten days off, in quarter hours. */
    private static final int FARTHEST = 960;

    private static final Quantity[] QUANTITIES = Quantity.values();
    private static final Count[] COUNTS = Count.values();

    private DaySheetCodec() {}

    /** @throws IllegalArgumentException where a quarter hour is so far off that nobody could read it again */
    public static byte[] write(DaySheet sheet) {
        Packed.Out out = new Packed.Out();
        Columns columns = Columns.of(sheet);
        out.write(VERSION);
        out.write(columns.quantities);
        out.write(columns.counts);
        for (Count count : COUNTS) {
            if (columns.has(count)) {
                out.write(columns.each[count.ordinal()]);
            }
        }
        out.write(sheet.size());
        int before = 0;
        for (int i = 0; i < sheet.size(); i++) {
            int quarter = near(sheet.quarterAt(i));
            out.writeSigned(quarter - before);
            write(sheet.cellAt(i), columns, out);
            before = quarter;
        }
        return Deflated.write(out.toBytes());
    }

    private static void write(Cell cell, Columns columns, Packed.Out out) {
        long n = events(cell);
        boolean regular = true;
        for (Quantity quantity : QUANTITIES) {
            regular &= !columns.has(quantity) || cell.of(quantity).n() == n;
        }
        for (Count count : COUNTS) {
            regular &= !columns.has(count) || cell.count(count) == n * columns.each[count.ordinal()];
        }
        out.write(n << 1 | (regular ? 0 : 1));
        if (!regular) {
            writeNumbers(cell, columns, n, out);
        }
        for (Quantity quantity : QUANTITIES) {
            if (cell.has(quantity)) {
                HistogramCodec.write(cell.of(quantity), out);
            }
        }
    }

    /** Which numbers differ, as bits; then those. */
    private static void writeNumbers(Cell cell, Columns columns, long n, Packed.Out out) {
        long differ = 0;
        int bit = 0;
        for (Quantity quantity : QUANTITIES) {
            if (columns.has(quantity)) {
                differ |= (cell.of(quantity).n() == n ? 0L : 1L) << bit++;
            }
        }
        for (Count count : COUNTS) {
            if (columns.has(count)) {
                differ |= (cell.count(count) == n * columns.each[count.ordinal()] ? 0L : 1L) << bit++;
            }
        }
        out.write(differ);
        for (Quantity quantity : QUANTITIES) {
            if (columns.has(quantity) && cell.of(quantity).n() != n) {
                out.write(cell.of(quantity).n());
            }
        }
        for (Count count : COUNTS) {
            if (columns.has(count) && cell.count(count) != n * columns.each[count.ordinal()]) {
                out.write(cell.count(count));
            }
        }
    }

    /** @throws IllegalArgumentException where the bytes are no sheet of a version that is known */
    public static DaySheet read(byte[] bytes) {
        DaySheet.Builder into = new DaySheet.Builder();
        add(bytes, into);
        return into.build();
    }

    /**
     * Adds a written sheet to others, without making it an object first: what a month is merged with.
     *
     * @throws IllegalArgumentException where the bytes are no sheet of a version that is known
     */
    public static void add(byte[] bytes, DaySheet.Builder into) {
        Packed.In in = new Packed.In(Deflated.read(bytes));
        if (in.read() != VERSION) {
            throw new IllegalArgumentException("The sheet is of a version that is not known.");
        }
        Columns columns = Columns.read(in);
        long cells = in.read();
        long quarter = 0;
        for (long i = 0; i < cells; i++) {
            quarter += in.readSigned();
            read(columns, in, into.at(near(quarter)));
        }
        if (!in.atEnd()) {
            throw new IllegalArgumentException("The sheet goes on after its end.");
        }
    }

    private static int near(long quarter) {
        if (quarter > FARTHEST || quarter < -FARTHEST) {
            throw new IllegalArgumentException("A quarter hour in a sheet cannot be.");
        }
        return (int) quarter;
    }

    private static void read(Columns columns, Packed.In in, Cell.Builder into) {
        long head = in.read();
        long n = head >>> 1;
        long differ = (head & 1) == 1 ? in.read() : 0;
        long[] many = new long[QUANTITIES.length];
        int bit = 0;
        for (Quantity quantity : QUANTITIES) {
            if (columns.has(quantity)) {
                many[quantity.ordinal()] = (differ >> bit++ & 1) == 1 ? in.read() : n;
            }
        }
        for (Count count : COUNTS) {
            if (columns.has(count)) {
                into.add(count, (differ >> bit++ & 1) == 1 ? in.read() : n * columns.each[count.ordinal()]);
            }
        }
        for (Quantity quantity : QUANTITIES) {
            if (many[quantity.ordinal()] > 0) {
                HistogramCodec.read(quantity, many[quantity.ordinal()], in, into.tally(quantity));
            }
        }
    }

    /** How often something happened in a cell: as often as the first of its quantities. */
    private static long events(Cell cell) {
        for (Quantity quantity : QUANTITIES) {
            if (cell.has(quantity)) {
                return cell.of(quantity).n();
            }
        }
        return 0;
    }

    /** What occurs in a sheet: bits by quantity and count; and what a count is for each event of the first cell. */
    private record Columns(long quantities, long counts, long[] each) {
        static Columns of(DaySheet sheet) {
            long quantities = 0;
            long counts = 0;
            long[] each = new long[COUNTS.length];
            for (int i = 0; i < sheet.size(); i++) {
                Cell cell = sheet.cellAt(i);
                for (Quantity quantity : QUANTITIES) {
                    quantities |= cell.has(quantity) ? 1L << quantity.ordinal() : 0;
                }
                long n = events(cell);
                for (Count count : COUNTS) {
                    long many = cell.count(count);
                    counts |= many != 0 ? 1L << count.ordinal() : 0;
                    each[count.ordinal()] = each[count.ordinal()] == 0 && n > 0 ? many / n : each[count.ordinal()];
                }
            }
            return new Columns(quantities, counts, each);
        }

        static Columns read(Packed.In in) {
            long quantities = in.read();
            long counts = in.read();
            long[] each = new long[COUNTS.length];
            for (Count count : COUNTS) {
                each[count.ordinal()] = (counts >> count.ordinal() & 1) == 1 ? in.read() : 0;
            }
            if (quantities >>> QUANTITIES.length != 0 || counts >>> COUNTS.length != 0) {
                throw new IllegalArgumentException("The sheet has something in it that is not known.");
            }
            return new Columns(quantities, counts, each);
        }

        boolean has(Quantity quantity) {
            return (quantities >> quantity.ordinal() & 1) == 1;
        }

        boolean has(Count count) {
            return (counts >> count.ordinal() & 1) == 1;
        }
    }
}
