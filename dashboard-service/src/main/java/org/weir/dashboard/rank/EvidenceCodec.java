package org.weir.dashboard.rank;

import org.weir.dashboard.measure.Packed;

/**
 * Evidence as bytes: a version, then the hours in which something was, each with its numbers. Equal evidence gives equal
 * bytes; a street's day takes a few hundred.
 */
public final class EvidenceCodec {
    private static final int VERSION = 1;

    private EvidenceCodec() {}

    public static byte[] write(StreetTimes times) {
        Packed.Out out = begin();
        out.write(times.cells());
        for (int hour = 0; hour < Hours.ALL; hour++) {
            if (times.passes[hour] > 0) {
                out.write(hour + 1);
                for (int[] numbers : streetNumbers(times)) {
                    out.write(numbers[hour]);
                }
                for (int tenths : times.running[hour]) {
                    out.write(tenths);
                }
            }
        }
        out.write(0);
        for (int bin = 0; bin < times.quiet.length; bin++) {
            if (times.quiet[bin] > 0) {
                out.write(bin + 1);
                out.write(times.quiet[bin]);
            }
        }
        out.write(0);
        return out.toBytes();
    }

    /** @throws IllegalArgumentException where the bytes are none of a version that is known */
    public static StreetTimes street(byte[] bytes) {
        return add(bytes, (StreetTimes) null, 1);
    }

    /**
     * Adds what was written to what is there: a quarter of a city is many sums, and each would be garbage.
     *
     * @param to null where nothing is there yet
     * @param sign 1, or −1 to take it away again
     * @throws IllegalArgumentException where the bytes are none of a version that is known, or of a street of another length
     */
    public static StreetTimes add(byte[] bytes, StreetTimes to, int sign) {
        Packed.In in = begin(bytes);
        int cells = (int) in.read();
        StreetTimes times = to == null ? new StreetTimes(cells) : to;
        if (times.cells() != cells) {
            throw new IllegalArgumentException("The streets have " + times.cells() + " and " + cells + " cells.");
        }
        int[][] all = streetNumbers(times);
        for (int hour = next(in, Hours.ALL); hour >= 0; hour = next(in, Hours.ALL)) {
            for (int[] numbers : all) {
                numbers[hour] += sign * (int) in.read();
            }
            int[] running = times.running[hour];
            for (int cell = 0; cell < cells; cell++) {
                running[cell] += sign * (int) in.read();
            }
        }
        for (int bin = next(in, times.quiet.length); bin >= 0; bin = next(in, times.quiet.length)) {
            times.quiet[bin] += sign * (int) in.read();
        }
        return times;
    }

    /** How many cells the street had when this was written. */
    static int cells(byte[] street) {
        return (int) begin(street).read();
    }

    private static int[][] streetNumbers(StreetTimes t) {
        return new int[][] {t.passes, t.dwell, t.timetabled, t.scheduled, t.against, t.counted, t.crowding};
    }

    public static byte[] write(StopTimes times) {
        Packed.Out out = begin();
        for (int hour = 0; hour < Hours.ALL; hour++) {
            if (times.visits[hour] + times.held[hour] > 0) {
                out.write(hour + 1);
                for (int[] numbers : stopNumbers(times)) {
                    out.write(numbers[hour]);
                }
            }
        }
        out.write(0);
        return out.toBytes();
    }

    /** @throws IllegalArgumentException where the bytes are none of a version that is known */
    public static StopTimes stop(byte[] bytes) {
        return add(bytes, new StopTimes(), 1);
    }

    /** Likewise. */
    public static StopTimes add(byte[] bytes, StopTimes to, int sign) {
        Packed.In in = begin(bytes);
        int[][] all = stopNumbers(to);
        for (int hour = next(in, Hours.ALL); hour >= 0; hour = next(in, Hours.ALL)) {
            for (int[] numbers : all) {
                numbers[hour] += sign * (int) in.read();
            }
        }
        return to;
    }

    private static int[][] stopNumbers(StopTimes t) {
        return new int[][] {t.visits, t.held, t.halts, t.dwell};
    }

    public static byte[] write(LinkTimes times) {
        Packed.Out out = begin();
        for (int hour = 0; hour < Hours.ALL; hour++) {
            if (times.n[hour] > 0) {
                out.write(hour + 1);
                out.write(times.n[hour]);
                out.writeSigned(times.lost[hour]);
                out.write(times.squares[hour]);
                out.writeSigned(times.granted[hour]);
            }
        }
        out.write(0);
        return out.toBytes();
    }

    /** @throws IllegalArgumentException where the bytes are none of a version that is known */
    public static LinkTimes link(byte[] bytes) {
        return add(bytes, new LinkTimes(), 1);
    }

    /** Likewise. */
    public static LinkTimes add(byte[] bytes, LinkTimes to, int sign) {
        Packed.In in = begin(bytes);
        for (int hour = next(in, Hours.ALL); hour >= 0; hour = next(in, Hours.ALL)) {
            to.n[hour] += sign * (int) in.read();
            to.lost[hour] += sign * in.readSigned();
            to.squares[hour] += sign * in.read();
            to.granted[hour] += sign * in.readSigned();
        }
        return to;
    }

    public static byte[] write(LineTrips trips) {
        Packed.Out out = begin();
        out.write(trips.scheduled);
        out.write(trips.observed);
        return out.toBytes();
    }

    /** Likewise. */
    public static LineTrips add(byte[] bytes, LineTrips to, int sign) {
        Packed.In in = begin(bytes);
        to.scheduled += sign * (int) in.read();
        to.observed += sign * (int) in.read();
        return to;
    }

    private static Packed.Out begin() {
        Packed.Out out = new Packed.Out();
        out.write(VERSION);
        return out;
    }

    private static Packed.In begin(byte[] bytes) {
        Packed.In in = new Packed.In(bytes);
        if (in.read() != VERSION) {
            throw new IllegalArgumentException("The evidence is of a version that is not known.");
        }
        return in;
    }

    /** The next index that has numbers, −1 at the end. */
    private static int next(Packed.In in, int below) {
        long next = in.read() - 1;
        if (next >= below) {
            throw new IllegalArgumentException("The evidence goes beyond the day.");
        }
        return (int) next;
    }
}
