package org.weir.local.history;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Sends days that are over, one after the other, and writes down how far it is. A day that a killed start left half is sent again. */
final class Sending {

    private final PastDays past;
    private final Path file;
    private final Clock clock;
    private Status status;
    private Instant counted;

    /** @param file where it writes how far it is, and finds how far an earlier start came */
    Sending(PastDays past, Path file, Clock clock) throws IOException {
        this.past = past;
        this.file = file;
        this.clock = clock;
        Status beginning = Status.begin(past.names().get(0), past.names().size());
        Status left = Status.read(file, beginning);
        // Another recording than the one that was sent before.
        status = left.first().equals(beginning.first()) ? left : beginning;
        counted = clock.instant();
    }

    /** @param lanes each vehicle's positions go to one and the same of them */
    void send(VehicleLane... lanes) throws IOException {
        for (String day : past.names()) {
            if (!status().done().contains(day)) {
                past.play(day, entity -> lanes[lane(entity, lanes.length)].add(entity));
                for (VehicleLane lane : lanes) {
                    lane.finish();
                }
                change(s -> s.through(day));
                write();
            }
        }
    }

    synchronized Status status() {
        return status;
    }

    synchronized void change(UnaryOperator<Status> change) {
        status = change.apply(status);
    }

    /** Writes down how far it is. */
    synchronized void write() {
        Instant now = clock.instant();
        double more = Duration.between(counted, now).toMillis() / 1000.0;
        counted = now;
        status = status.spent(more, now);
        status.write(file);
    }

    private static int lane(FeedEntity entity, int lanes) {
        return Math.floorMod(entity.getVehicle().getVehicle().getId().hashCode(), lanes);
    }
}
