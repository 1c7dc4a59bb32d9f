package org.weir.dashboard.measure;

/**
 * The feed said nothing: who came meanwhile is not known, and a headway that spans it is none.
 *
 * @param from POSIX seconds
 * @param to POSIX seconds; infinite where it lasts, since the day goes on: what is due then is still to come
 */
public record Silence(double from, double to) {
    /** Nothing was heard yet of what is due from a moment on: the newest that was heard, less what buses may be late. */
    public static Silence since(double moment) {
        return new Silence(moment, Double.POSITIVE_INFINITY);
    }

    boolean lasts() {
        return to == Double.POSITIVE_INFINITY;
    }

    /** Whether a moment lies in a silence that is known whole: one that lasts may end with what is due now. */
    boolean covers(double moment) {
        return !lasts() && from < moment && moment < to;
    }
}
