package org.weir.dashboard.movement;

import java.util.ArrayList;
import java.util.List;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.position.VehiclePosition;

/**
 * What is known of one vehicle under one agreement: a function of its positions and nothing else. Within the grace their
 * order makes no difference; the same position twice is one. Positions of a past day, replayed while the vehicle runs
 * today, make a lane of their own.
 */
public final class Track {
    /** What is so much older than the newest is a past day's and no straggler, in seconds. */
    static final long PAST_DAY = 6 * 3_600;

    private static final int LANES = 2;

    private static final ThreadLocal<Reckoner> RECKONER = ThreadLocal.withInitial(Reckoner::new);

    /** Where a position waits to be placed: one for a thread, for ten thousand vehicles would need ten thousand. */
    private static final ThreadLocal<Fixes> INBOX = ThreadLocal.withInitial(Fixes::new);

    final String vehicle;
    final List<Lane> lanes = new ArrayList<>(1);

    /** Nothing is known yet. */
    public Track(String vehicle) {
        this.vehicle = vehicle;
    }

    /**
     * Takes one position.
     *
     * @param book the feed's schedules, or null where there is none yet
     * @return why it tells nothing; null where it was matched
     */
    public Unmatched add(ScheduleBook book, VehiclePosition p) {
        if (!p.hasPlace() || p.timestamp() <= 0) {
            return Unmatched.INCOMPLETE;
        }
        if (book == null) {
            return Unmatched.NO_SCHEDULE;
        }
        Lane lane = lane(p.timestamp());
        if (lane == null) {
            return Unmatched.TOO_LATE;
        }
        lane.got++;
        Fixes inbox = INBOX.get();
        inbox.n = 0;
        inbox.add(p);
        if (lane.isEmpty() || p.timestamp() > lane.newest()) {
            Unmatched outcome = lane.take(book, lane.said(p), inbox, 0, RECKONER.get());
            lane.drop(p.timestamp() - Lane.GRACE);
            return outcome;
        }
        return lane.has(p.timestamp()) ? Unmatched.DUPLICATE : lane.insert(book, Said.of(p), inbox, 0, RECKONER.get());
    }

    /** The lane that a moment goes on from; a new one for a past day; null where it is too late for any. */
    private Lane lane(long time) {
        Lane found = null;
        boolean late = false;
        for (Lane lane : lanes) {
            long behind = lane.newest() - time;
            if (behind <= Lane.GRACE) {
                found = found == null || lane.newest() > found.newest() ? lane : found;
            } else {
                late |= behind < PAST_DAY;
            }
        }
        return found != null ? found : late ? null : another();
    }

    private Lane another() {
        Lane lane = new Lane(vehicle);
        if (lanes.size() == LANES) {
            Lane left = lanes.remove(lanes.get(0).newest() < lanes.get(1).newest() ? 0 : 1);
            left.drain(lane.parted, Integer.MAX_VALUE);
        }
        lanes.add(lane);
        return lane;
    }

    /** The runs that changed since this was asked last, each whole. */
    public List<TripRun> drain() {
        return drain(Integer.MAX_VALUE);
    }

    /**
     * The same for who asks often and cannot use what is soon replaced.
     *
     * @param most where more positions came than that since this was asked last, the past is replayed: then of runs that
     *     may still change nothing is told before fewer come, and {@link #hasNews} says that there is more to tell
     */
    public List<TripRun> drain(int most) {
        List<TripRun> changed = new ArrayList<>(2);
        for (Lane lane : lanes) {
            lane.drain(changed, most);
        }
        return changed;
    }

    /** Whether something is still to be told; it stays so when the track is written and read. */
    public boolean hasNews() {
        for (Lane lane : lanes) {
            if (lane.hasNews()) {
                return true;
            }
        }
        return false;
    }

    /** The newest position's time, POSIX seconds; 0 where there is none. */
    public long newest() {
        long newest = 0;
        for (Lane lane : lanes) {
            newest = Math.max(newest, lane.isEmpty() ? 0 : lane.newest());
        }
        return newest;
    }
}
