package org.weir.dashboard.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.schemas.position.VehiclePosition;

/**
 * The newest position of each vehicle of one feed under one agreement. Not safe for several threads: its owner locks.
 *
 * <p>The feed's clock is the wall clock, or for a recorded feed the newest event time seen, so that a replay of the past
 * is judged by its own time however fast it runs.
 */
public final class Fleet {
    /** As old as this is no late position but a day that is sent beside what is live. */
    private static final long PAST_SECONDS = 6 * 3600;

    private final boolean recorded;
    private final Map<String, Seen> vehicles = new HashMap<>();
    private final ReportingGap gap = new ReportingGap();
    private long newest;
    private long changes;
    private long received;

    private record Seen(VehiclePosition position, long change) {}

    public Fleet(boolean recorded) {
        this.recorded = recorded;
    }

    /**
     * Takes a position. One that is no newer than the vehicle's last, has no place or no vehicle, changes nothing.
     *
     * @return whether it was news
     */
    public boolean accept(VehiclePosition p) {
        received++;
        if (p.vehicleId() == null || !p.hasPlace() || p.timestamp() <= 0) {
            return false;
        }
        Seen before = vehicles.get(p.vehicleId());
        if (before != null && before.position().timestamp() >= p.timestamp()) {
            return false;
        }
        if (before != null) {
            gap.saw(p.timestamp() - before.position().timestamp());
        }
        newest = Math.max(newest, p.timestamp());
        vehicles.put(p.vehicleId(), new Seen(p, ++changes));
        return true;
    }

    /** The feed's clock, POSIX seconds. */
    public long now(long wallSeconds) {
        return recorded ? newest : wallSeconds;
    }

    /** Whether a time, POSIX seconds, lies so far back that the map has no use for it. */
    public boolean isPast(long seconds, long wallSeconds) {
        return seconds < now(wallSeconds) - PAST_SECONDS;
    }

    /** Forgets who has been silent too long, and says who that was. */
    public List<String> expire(long wallSeconds) {
        long oldest = now(wallSeconds) - gap.goneAfter();
        List<String> gone = new ArrayList<>();
        vehicles.forEach((id, seen) -> {
            if (seen.position().timestamp() < oldest) {
                gone.add(id);
            }
        });
        gone.forEach(vehicles::remove);
        return gone;
    }

    /** Positions that came after a change number; all of them after 0. */
    public List<VehiclePosition> since(long change) {
        List<VehiclePosition> found = new ArrayList<>();
        for (Seen each : vehicles.values()) {
            if (each.change() > change) {
                found.add(each.position());
            }
        }
        return found;
    }

    /** How many vehicles are there but have not reported for a while. */
    public int stale(long wallSeconds) {
        long oldest = now(wallSeconds) - gap.staleAfter();
        int stale = 0;
        for (Seen each : vehicles.values()) {
            stale += each.position().timestamp() < oldest ? 1 : 0;
        }
        return stale;
    }

    public int size() {
        return vehicles.size();
    }

    /** The newest event time, POSIX seconds; 0 where nothing came yet. */
    public long newest() {
        return newest;
    }

    /** The number of the last change. */
    public long changes() {
        return changes;
    }

    /** Every record that came, news or not. */
    public long received() {
        return received;
    }

    public long staleAfter() {
        return gap.staleAfter();
    }

    public long goneAfter() {
        return gap.goneAfter();
    }
}
