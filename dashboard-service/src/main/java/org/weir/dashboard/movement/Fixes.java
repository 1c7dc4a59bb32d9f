package org.weir.dashboard.movement;

import java.util.Arrays;
import org.weir.dashboard.schedule.Nearest;
import org.weir.schemas.position.VehiclePosition;

/**
 * The positions of one run in order of time, those off its way among them. Plain arrays: a vehicle has hundreds of
 * positions and a city thousands of vehicles.
 */
final class Fixes {
    private static final double E7 = 1e7;
    private static final int USUAL = 32;
    /** Of a degree. */
    static final float TENTH = 10;
    /** Of a metre a second. */
    static final float HUNDREDTH = 100;

    /** Where the last search along the way ended. */
    final Nearest found = new Nearest();

    int n;
    long[] time = new long[USUAL];
    /** Degrees times ten million. */
    int[] lat = new int[USUAL];

    int[] lon = new int[USUAL];
    /** Degrees clockwise from north; NaN where the feed says none. */
    float[] bearing = new float[USUAL];
    /** Metres a second; NaN where the feed says none. */
    float[] speed = new float[USUAL];
    /** Per cent of seats taken, or {@link StopVisit#UNKNOWN}. */
    short[] crowding = new short[USUAL];
    /** Metres along the pattern's shape; NaN off it. */
    float[] metres = new float[USUAL];
    /** The same made to never fall; NaN off it. */
    float[] smooth = new float[USUAL];

    /** Whether it is not known how the vehicle came there from the one before. */
    boolean[] broken = new boolean[USUAL];

    /** Adds one that is newer than all; its metres are not known yet. Returns its index. */
    int add(VehiclePosition p) {
        grow();
        time[n] = p.timestamp();
        lat[n] = (int) Math.round(p.latitude() * E7);
        lon[n] = (int) Math.round(p.longitude() * E7);
        bearing[n] = rounded(p.bearing(), TENTH);
        speed[n] = rounded(p.speed(), HUNDREDTH);
        crowding[n] = Crowding.percent(p);
        return unmatched();
    }

    /** Adds a copy of another's. */
    int add(Fixes from, int i) {
        grow();
        time[n] = from.time[i];
        lat[n] = from.lat[i];
        lon[n] = from.lon[i];
        bearing[n] = from.bearing[i];
        speed[n] = from.speed[i];
        crowding[n] = from.crowding[i];
        return unmatched();
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

    private int unmatched() {
        metres[n] = Float.NaN;
        smooth[n] = Float.NaN;
        broken[n] = false;
        return n++;
    }

    double latitude(int i) {
        return lat[i] / E7;
    }

    double longitude(int i) {
        return lon[i] / E7;
    }

    boolean on(int i) {
        return metres[i] == metres[i];
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
        metres[i] = (float) at;
        smooth[i] = (float) at;
        // As it is kept, so that smoothing it again gives the same to the byte.
        double sum = metres[i];
        int count = 1;
        int first = i;
        int before = lastOn(i - 1);
        while (before >= 0 && smooth[before] > sum / count) {
            float block = smooth[before];
            while (before >= 0 && smooth[before] == block) {
                sum += metres[before];
                count++;
                first = before;
                before = lastOn(before - 1);
            }
        }
        float mean = (float) (sum / count);
        for (int k = first; k <= i && count > 1; k++) {
            if (on(k)) {
                smooth[k] = mean;
            }
        }
        return first;
    }

    private void grow() {
        if (n == time.length) {
            resize(Math.max(USUAL, n * 2));
        }
    }

    /** Smooths what is left after a cut; returns the first index whose smoothed place changed, or {@link #n}. */
    int smoothAgain() {
        float[] before = Arrays.copyOf(smooth, n);
        for (int i = 0; i < n; i++) {
            if (on(i)) {
                place(i, metres[i]);
            }
        }
        int changed = 0;
        while (changed < n && (smooth[changed] == before[changed] || !on(changed))) {
            changed++;
        }
        return changed;
    }

    /** Keeps no more room than what is there takes: few are added once a run is left. */
    void trim() {
        resize(n);
    }

    /** Makes room for so many. */
    void resize(int size) {
        time = Arrays.copyOf(time, size);
        lat = Arrays.copyOf(lat, size);
        lon = Arrays.copyOf(lon, size);
        bearing = Arrays.copyOf(bearing, size);
        speed = Arrays.copyOf(speed, size);
        crowding = Arrays.copyOf(crowding, size);
        metres = Arrays.copyOf(metres, size);
        smooth = Arrays.copyOf(smooth, size);
        broken = Arrays.copyOf(broken, size);
    }
}
