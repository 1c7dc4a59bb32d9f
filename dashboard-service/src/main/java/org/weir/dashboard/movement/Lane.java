package org.weir.dashboard.movement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.Trip;
import org.weir.schemas.position.VehiclePosition;

/**
 * One vehicle's positions in order of time, as the runs they make. What comes late is put where it belongs and what it
 * touches is made anew from there, so that the order in which positions arrive makes no difference within the grace.
 */
final class Lane {
    /** So long after a run's last position what comes late still changes it, in seconds. */
    static final long GRACE = 900;

    /** A trip that is heard of again after so long is another day's, in seconds. */
    private static final long ANOTHER_DAY = 6 * 3_600;

    /** How many positions off the way are looked at when a way is searched. */
    private static final int LOOKED_AT = 12;

    final String vehicle;
    /** In order; the last is the one that goes on. */
    final List<OpenRun> runs = new ArrayList<>();

    /**
     * What is still to be told of runs that are no longer here: those that nothing can change any more, and those that
     * turned out not to have been, empty.
     */
    final List<TripRun> parted = new ArrayList<>();

    /** How many positions it got since it was asked for its runs; no part of what is known. */
    int got;

    Lane(String vehicle) {
        this.vehicle = vehicle;
    }

    /** What the feed says, as the one object that the present run has of it. */
    Said said(VehiclePosition p) {
        Said said = runs.isEmpty() ? null : runs.get(runs.size() - 1).said;
        return said != null && said.by(p) ? said : Said.of(p);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    long newest() {
        OpenRun last = runs.get(runs.size() - 1);
        return last.fixes.time(last.end() - 1);
    }

    /** Whether there is a position of that moment. */
    boolean has(long time) {
        for (OpenRun run : runs) {
            for (int i = run.end() - 1; i >= run.first() && run.fixes.time(i) >= time; i--) {
                if (run.fixes.time(i) == time) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes a position that is newer than all. Returns why it is on no way, or null. */
    Unmatched take(ScheduleBook book, Said said, Fixes from, int i, Reckoner reckoner) {
        OpenRun run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (run == null || !goesOn(run, book, said, from.time(i))) {
            run = begin(book, said, from, i, reckoner);
        }
        run.fixes.add(from, i);
        if (run.place(reckoner)) {
            return null;
        }
        return strayed(run, reckoner);
    }

    private static boolean goesOn(OpenRun run, ScheduleBook book, Said said, long time) {
        boolean same = (run.said == said || run.said.equals(said)) && time - run.newest() < ANOTHER_DAY;
        // A run keeps the schedule it began with; only where that has no way for it, a newer one may.
        return same && (run.course != null || run.schedule == schedule(book, said, time));
    }

    private static Schedule schedule(ScheduleBook book, Said said, long time) {
        return book.at(said.trip(), said.time(), time);
    }

    private OpenRun begin(ScheduleBook book, Said said, Fixes from, int i, Reckoner reckoner) {
        OpenRun before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        Schedule schedule = schedule(book, said, from.time(i));
        OpenRun run = new OpenRun(said, schedule);
        Trip trip = schedule.trip(said.trip(), said.time(), from.time(i));
        if (trip != null) {
            run.course = new OpenRun.Course(
                    new TripRun.Key(Dates.of(trip, said, from.time(i), schedule.timezone()), trip.id(), vehicle),
                    trip.pattern(),
                    trip,
                    Assignment.GIVEN);
        }
        OpenRun again = run.course == null ? null : open(run.course.key());
        if (again != null && again.said.equals(said)) {
            return resume(again);
        }
        if (before != null) {
            Seam.join(before, run, from, i, reckoner);
            before.fixes.trim();
        }
        runs.add(run);
        return run;
    }

    /** A run that was left for another goes on; how the vehicle came back to it is not known. */
    private OpenRun resume(OpenRun run) {
        runs.remove(run);
        runs.add(run);
        Seam.reopen(run);
        return run;
    }

    /** The newest position is off the way: the first that was told may fit again, or another way is searched. */
    private Unmatched strayed(OpenRun run, Reckoner reckoner) {
        int strays = run.fixes.strays();
        boolean look = strays >= 3 && (strays % 3 == 0 && Integer.bitCount(strays / 3) == 1);
        if (!look) {
            return reason(run);
        }
        Fixes stretch = new Fixes();
        for (int k = Math.max(run.fixes.n - strays, run.fixes.n - LOOKED_AT); k < run.fixes.n; k++) {
            stretch.add(run.fixes, k);
        }
        OpenRun.Course found = new TripFinder(run.schedule, run.said, stretch).find(vehicle, strays >= LOOKED_AT);
        if (found == null || run.course != null && found.key().equals(run.course.key())) {
            return reason(run);
        }
        turn(run, found, stretch.n, reckoner);
        return null;
    }

    /** The last positions of a run are another's: of one that was left for a while, or of a new one. */
    private void turn(OpenRun from, OpenRun.Course found, int count, Reckoner reckoner) {
        OpenRun to = open(found.key());
        if (to == null) {
            to = new OpenRun(from.said, from.schedule);
            to.course = found;
        }
        runs.remove(to);
        runs.add(to);
        Seam.move(from, to, count, reckoner);
        if (from.end() <= from.first()) {
            runs.remove(from);
        }
    }

    private OpenRun open(TripRun.Key key) {
        for (OpenRun run : runs) {
            if (run.course != null && run.course.key().equals(key)) {
                return run;
            }
        }
        return null;
    }

    private static Unmatched reason(OpenRun run) {
        boolean unknown =
                run.course == null && run.schedule.patterns(run.said.route()).isEmpty();
        return unknown ? Unmatched.NO_TRIP : Unmatched.OFF_ROUTE;
    }

    /** Makes everything anew from where one position more belongs, which is not the newest. */
    Unmatched insert(ScheduleBook book, Said said, Fixes from, int i, Reckoner reckoner) {
        OpenRun last = runs.get(runs.size() - 1);
        return last.said.equals(said) && last.allOnTheWay() && last.fixes.time(last.first()) < from.time(i)
                ? amend(last, book, from, i, reckoner)
                : remake(book, said, from, i, reckoner);
    }

    /** The usual case, which comes to the same: only the end of the present run is made anew. */
    private Unmatched amend(OpenRun run, ScheduleBook book, Fixes from, int i, Reckoner reckoner) {
        List<StopVisit> before = List.copyOf(run.visits);
        Fixes end = run.cutAfter(from.time(i));
        Unmatched outcome = take(book, run.said, from, i, reckoner);
        for (int k = 0; k < end.n; k++) {
            take(book, run.said, end, k, reckoner);
        }
        run.revision += before.equals(run.visits) ? 0 : 1;
        return outcome;
    }

    private Unmatched remake(ScheduleBook book, Said said, Fixes from, int i, Reckoner reckoner) {
        int untouched = 0;
        while (untouched + 2 < runs.size() && runs.get(untouched + 1).newest() < from.time(i)) {
            untouched++;
        }
        List<OpenRun> old = new ArrayList<>(runs.subList(untouched, runs.size()));
        runs.subList(untouched, runs.size()).clear();
        if (untouched > 0) {
            Seam.reopen(runs.get(untouched - 1));
        }
        Unmatched outcome = null;
        for (At each : inOrder(old, from.time(i))) {
            if (each.run == null) {
                outcome = take(book, said, from, i, reckoner);
            } else {
                take(book, each.run.said, each.run.fixes, each.index, reckoner);
            }
        }
        compare(old);
        return outcome;
    }

    /** A position of a run, or the one that is new (no run). */
    private record At(OpenRun run, int index, long time) {}

    private static List<At> inOrder(List<OpenRun> old, long fresh) {
        List<At> all = new ArrayList<>();
        all.add(new At(null, 0, fresh));
        for (OpenRun run : old) {
            for (int k = run.first(); k < run.end(); k++) {
                all.add(new At(run, k, run.fixes.time(k)));
            }
        }
        all.sort(Comparator.comparingLong(At::time));
        return all;
    }

    private void compare(List<OpenRun> old) {
        Map<TripRun.Key, OpenRun> before = new HashMap<>();
        for (OpenRun run : old) {
            if (run.course != null) {
                before.put(run.course.key(), run);
            }
        }
        for (OpenRun run : runs) {
            OpenRun was = run.course == null ? null : before.remove(run.course.key());
            if (was != null) {
                boolean same = was.visits.equals(run.visits);
                run.revision = was.revision + (same ? 0 : 1);
                // The run beside it may end or begin at another position now, which is the last of this one's way.
                run.changed = was.changed || !same || !was.way().equals(run.way());
            }
        }
        for (OpenRun gone : before.values()) {
            if (!gone.visits.isEmpty()) {
                gone.visits.clear();
                gone.revision++;
                parted.add(gone.told());
            }
        }
    }

    /**
     * Forgets runs that nothing can change any more. The two before the oldest that may change stay: the seams to it are
     * made anew with it.
     */
    void drop(long before) {
        while (runs.size() > 3 && runs.get(2).newest() < before) {
            OpenRun run = runs.remove(0);
            if (run.changed && run.course != null) {
                parted.add(run.told());
            }
        }
    }

    /** Whether a run that is here has something to tell. */
    boolean hasNews() {
        for (OpenRun run : runs) {
            if (run.changed && run.course != null) {
                return true;
            }
        }
        return false;
    }

    /** @param most where more positions came than that, what may still change is not told yet */
    void drain(List<TripRun> to, int most) {
        to.addAll(parted);
        parted.clear();
        long settled = got <= most || runs.isEmpty() ? Long.MAX_VALUE : newest() - GRACE;
        for (OpenRun run : runs) {
            if (run.newest() < settled) {
                if (run.changed && run.course != null) {
                    to.add(run.told());
                }
                run.changed = false;
            }
        }
        got = 0;
    }
}
