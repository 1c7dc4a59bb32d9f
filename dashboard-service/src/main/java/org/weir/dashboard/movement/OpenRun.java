package org.weir.dashboard.movement;

import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;

/** A run that may still change: its positions, and the visits reckoned from them so far. */
final class OpenRun {
    final Said said;
    /** The version that it began with and stays with. */
    final Schedule schedule;

    final Fixes fixes = new Fixes();
    /** Which run this is, on which way; null while no way suits. */
    Course course;
    /** Whether the first position is the last one of the run before, and the last one the first of the run after. */
    boolean opened;

    boolean closed;

    final List<StopVisit> visits = new ArrayList<>();
    /** For each stop that was looked at, the position behind it; the visit depends on none that is later. */
    int[] after = new int[0];

    int next;
    /** The first position whose place changed with the newest. */
    private int touched;

    boolean changed;
    int revision;

    /**
     * What a run follows.
     *
     * @param key its key
     * @param trip the scheduled trip; null where only the pattern is known
     */
    record Course(TripRun.Key key, StopPattern pattern, Trip trip, Assignment assignment) {}

    OpenRun(Said said, Schedule schedule) {
        this.said = said;
        this.schedule = schedule;
    }

    long newest() {
        return fixes.time(fixes.n - 1);
    }

    /** Index of the first position of its own. */
    int first() {
        return opened ? 1 : 0;
    }

    /** One behind the last position of its own. */
    int end() {
        return closed ? fixes.n - 1 : fixes.n;
    }

    /** Whether the vehicle has come to the end of the way. */
    boolean atEnd() {
        int last = fixes.lastOn(fixes.n - 1);
        return course != null
                && last >= 0
                && fixes.smooth(last) >= course.pattern().shape().line().length() - Reckoner.AT_END;
    }

    /** Tries the newest position on the way; it stays off it where it does not fit. */
    boolean place(Reckoner reckoner) {
        int i = fixes.n - 1;
        touched = i;
        double metres = course == null ? Double.NaN : fit(i);
        if (Double.isNaN(metres)) {
            if (touched < i) {
                settle(touched, reckoner);
            }
            return false;
        }
        settle(Math.min(touched, fixes.place(i, metres)), reckoner);
        return true;
    }

    private double fit(int i) {
        int last = fixes.lastOn(i - 1);
        double metres = Matcher.metres(course.pattern(), fixes, i, last);
        if (last < 0) {
            return metres;
        }
        int thawed = Glitch.frozenSince(fixes, i, last, metres);
        if (thawed < last) {
            Glitch.takeOff(fixes, thawed + 1, last);
            touched = thawed + 1;
            return Matcher.onward(course.pattern(), fixes, i, thawed, fixes.time(thawed));
        }
        if (Double.isNaN(metres) && Glitch.leapt(course.pattern(), fixes, i, last)) {
            touched = last;
            return Matcher.metres(course.pattern(), fixes, i, fixes.lastOn(i - 1));
        }
        return metres;
    }

    /** Reckons anew what depends on positions from an index on, and goes on to the stops since passed. */
    private void settle(int from, Reckoner reckoner) {
        double[] at = course.pattern().at();
        if (after.length != at.length) {
            after = new int[at.length];
        }
        takeBack(from);
        int i = next == 0 ? fixes.nextOn(0) : after[next - 1];
        while (next < at.length && i < fixes.n) {
            double edge = at[next] + Reckoner.zoneAfter(at, next);
            while (i < fixes.n && !(fixes.smooth(i) > edge)) {
                i++;
            }
            if (i < fixes.n) {
                reckon(next, i, reckoner);
                after[next++] = i;
            }
        }
    }

    /** Whether no position of it is off the way, so that none was put there or taken off by one that came after. */
    boolean allOnTheWay() {
        if (course == null || closed) {
            return false;
        }
        for (int i = 0; i < fixes.n; i++) {
            if (!fixes.on(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the positions after a moment out, and all that followed from them; returns them. */
    Fixes cutAfter(long moment) {
        int keep = fixes.n;
        while (fixes.time(keep - 1) > moment) {
            keep--;
        }
        Fixes end = new Fixes();
        for (int k = keep; k < fixes.n; k++) {
            end.add(fixes, k);
        }
        fixes.cut(end.n);
        takeBack(Math.min(keep, fixes.smoothAgain()));
        return end;
    }

    /** Takes back what was reckoned with positions from an index on: seldom any, and then nothing of it is looked at. */
    void takeBack(int from) {
        if (next == 0 || after[next - 1] < from) {
            return;
        }
        while (next > 0 && after[next - 1] >= from) {
            next--;
        }
        while (!visits.isEmpty() && visits.get(visits.size() - 1).index() >= next) {
            visits.remove(visits.size() - 1);
            changed = true;
        }
    }

    private void reckon(int k, int behind, Reckoner reckoner) {
        double earliest = visits.isEmpty()
                ? Double.NEGATIVE_INFINITY
                : visits.get(visits.size() - 1).departure();
        Trip trip = course.trip();
        StopVisit visit = reckoner.visit(
                fixes,
                course.pattern().at(),
                k,
                behind,
                earliest,
                course.pattern().stops().get(k).id(),
                trip == null || !trip.timed() ? StopVisit.UNSCHEDULED : trip.departs(k));
        if (visit != null) {
            visits.add(visit);
            changed = true;
        }
    }

    /** The whole value as it stands: the visits, and the way as far as they reach. */
    TripRun told() {
        StopPattern pattern = course.pattern();
        return new TripRun(
                course.key(),
                pattern.route(),
                pattern.direction(),
                schedule.version(),
                pattern.ordinal(),
                course.assignment(),
                List.copyOf(visits),
                way(),
                revision);
    }

    /** The way as far as the visits reach. */
    Knots way() {
        int end = visits.isEmpty() ? 0 : after[visits.get(visits.size() - 1).index()] + 1;
        int on = 0;
        for (int i = 0; i < end; i++) {
            on += fixes.on(i) ? 1 : 0;
        }
        float[] metres = new float[on];
        double[] times = new double[on];
        int to = 0;
        for (int i = 0; i < end; i++) {
            if (fixes.on(i)) {
                metres[to] = fixes.smooth(i);
                times[to++] = fixes.time(i);
            }
        }
        return new Knots(metres, times);
    }
}
