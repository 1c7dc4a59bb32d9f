package org.weir.dashboard.movement;

import java.util.Arrays;
import org.weir.dashboard.schedule.Nearest;
import org.weir.schemas.position.VehiclePosition;

/**
 * The positions of one run in order of time, those off its way among them. One array, row by row: a vehicle has hundreds of
 * positions and a city thousands of vehicles, so each row that is touched has left the processor's caches, and it is one
 * line of them.
 */
final class Fixes {
    private static final double E7 = 1e7;
    private static final int USUAL = 32;
    /** Of a degree. */
    static final float TENTH = 10;
    /** Of a metre a second. */
    static final float HUNDREDTH = 100;

    /** Numbers a row: moment, crowding and break; latitude and longitude; bearing and speed; metres, told and smoothed. */
    private static final int ROW = 4;

    private static final int MOMENT = 17;
    private static final long BROKEN = 1L << 16;
    private static final long OFF = both(Float.NaN, Float.NaN);

    /** Where the last search along the way ended. */
    final Nearest found = new Nearest();

    int n;
    private long[] rows = new long[ROW * USUAL];

    /** Adds one that is newer than all; its metres are not known yet. Returns its index. */
    int add(VehiclePosition p) {
        return add(
                p.timestamp(),
                (int) Math.round(p.latitude() * E7),
                (int) Math.round(p.longitude() * E7),
                rounded(p.bearing(), TENTH),
                rounded(p.speed(), HUNDREDTH),
                Crowding.percent(p));
    }

    /**
     * The same as it is kept.
     *
     * @param time POSIX seconds
     * @param lat degrees times ten million
     * @param lon degrees times ten million
     * @param bearing degrees clockwise from north; NaN where the feed says none
     * @param speed metres a second; NaN where the feed says none
     * @param crowding per cent of seats taken, or {@link StopVisit#UNKNOWN}
     */
    int add(long time, int lat, int lon, float bearing, float speed, short crowding) {
        int row = room();
        rows[row] = time << MOMENT | crowding & 0xffffL;
        rows[row + 1] = (long) lat << 32 | lon & 0xffffffffL;
        rows[row + 2] = both(bearing, speed);
        rows[row + 3] = OFF;
        return n++;
    }

    /** Adds a copy of another's. */
    int add(Fixes from, int i) {
        int row = room();
        System.arraycopy(from.rows, i * ROW, rows, row, ROW);
        rows[row] &= ~BROKEN;
        rows[row + 3] = OFF;
        return n++;
    }

    private static long both(float high, float low) {
        return (long) Float.floatToIntBits(high) << 32 | Float.floatToIntBits(low) & 0xffffffffL;
    }

    private float high(int at) {
        return Float.intBitsToFloat((int) (rows[at] >> 32));
    }

    private float low(int at) {
        return Float.intBitsToFloat((int) rows[at]);
    }

    /** POSIX seconds. */
    long time(int i) {
        return rows[i * ROW] >> MOMENT;
    }

    /** Per cent of seats taken, or {@link StopVisit#UNKNOWN}. */
    short crowding(int i) {
        return (short) rows[i * ROW];
    }

    /** Whether it is not known how the vehicle came there from the one before. */
    boolean broken(int i) {
        return (rows[i * ROW] & BROKEN) != 0;
    }

    /** Degrees times ten million. */
    int lat(int i) {
        return (int) (rows[i * ROW + 1] >> 32);
    }

    /** Degrees times ten million. */
    int lon(int i) {
        return (int) rows[i * ROW + 1];
    }

    /** Degrees clockwise from north; NaN where the feed says none. */
    float bearing(int i) {
        return high(i * ROW + 2);
    }

    /** Metres a second; NaN where the feed says none. */
    float speed(int i) {
        return low(i * ROW + 2);
    }

    /** Metres along the pattern's shape; NaN off it. */
    float metres(int i) {
        return high(i * ROW + 3);
    }

    /** The same made to never fall; NaN off it. */
    float smooth(int i) {
        return low(i * ROW + 3);
    }

    /** Puts one where it is on the way. */
    void put(int i, float metres, float smooth) {
        rows[i * ROW + 3] = both(metres, smooth);
    }

    /** Takes one off the way. */
    void takeOff(int i) {
        rows[i * ROW + 3] = OFF;
    }

    /** Says that nobody knows how the vehicle came there. */
    void breakAt(int i) {
        rows[i * ROW] |= BROKEN;
    }

    /** To what is kept of it, so that a vehicle that was stored goes on as if it had not been. */
    private static float rounded(float value, float parts) {
        return Float.isNaN(value)
                ? value
                : kept((short) Math.max(0, Math.min(Short.MAX_VALUE, value * parts + 0.5f)), parts);
    }

    static float kept(short stored, float parts) {
        return stored < 0 ? Float.NaN : stored / parts;
    }

    static short stored(float value, float parts) {
        return Float.isNaN(value) ? -1 : (short) Math.round(value * parts);
    }

    double latitude(int i) {
        return lat(i) / E7;
    }

    double longitude(int i) {
        return lon(i) / E7;
    }

    boolean on(int i) {
        float metres = metres(i);
        return metres == metres;
    }

    /** The last on the way at or before an index; -1 where there is none. */
    int lastOn(int from) {
        int i = from;
        while (i >= 0 && !on(i)) {
            i--;
        }
        return i;
    }

    /** The first on the way at or after an index; {@link #n} where there is none. */
    int nextOn(int from) {
        int i = from;
        while (i < n && !on(i)) {
            i++;
        }
        return i;
    }

    /** How many at the end are off the way. */
    int strays() {
        return n - 1 - lastOn(n - 1);
    }

    /** Leaves the last ones out. */
    void cut(int count) {
        n -= count;
    }

    /**
     * Places one on the way and keeps what was smoothed in order: neighbours that fall are made equal, at their mean
     * (isotonic regression by pooling adjacent violators). A vehicle that stands with a receiver's noise so stands still.
     *
     * @return the first index whose smoothed place changed
     */
    int place(int i, double at) {
        float told = (float) at;
        put(i, told, told);
        // As it is kept, so that smoothing it again gives the same to the byte.
        double sum = told;
        int count = 1;
        int first = i;
        int before = lastOn(i - 1);
        while (before >= 0 && smooth(before) > sum / count) {
            float block = smooth(before);
            while (before >= 0 && smooth(before) == block) {
                sum += metres(before);
                count++;
                first = before;
                before = lastOn(before - 1);
            }
        }
        float mean = (float) (sum / count);
        for (int k = first; k <= i && count > 1; k++) {
            if (on(k)) {
                put(k, metres(k), mean);
            }
        }
        return first;
    }

    private int room() {
        if (n * ROW == rows.length) {
            resize(Math.max(USUAL, n * 2));
        }
        return n * ROW;
    }

    /** Smooths what is left after a cut; returns the first index whose smoothed place changed, or {@link #n}. */
    int smoothAgain() {
        long[] before = Arrays.copyOf(rows, n * ROW);
        for (int i = 0; i < n; i++) {
            if (on(i)) {
                place(i, metres(i));
            }
        }
        int changed = Arrays.mismatch(before, 0, n * ROW, rows, 0, n * ROW);
        return changed < 0 ? n : changed / ROW;
    }

    /** Keeps no more room than what is there takes: few are added once a run is left. */
    void trim() {
        resize(n);
    }

    /** Makes room for so many in all. */
    void reserve(int size) {
        if (size * ROW > rows.length) {
            resize(size);
        }
    }

    private void resize(int size) {
        rows = Arrays.copyOf(rows, size * ROW);
    }
}
