package org.weir.dashboard.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TrackCodec;
import org.weir.dashboard.schedule.Schedule;

/** A vehicle's track while it is in memory. */
final class Held {
    private static final int HEAD = Long.BYTES + 1;

    final Vehicles among;
    final String vehicle;
    final Track track;

    /** The newest time in its feed when the vehicle last reported, POSIX seconds. */
    long seen;

    /** Whether the store has to be told of it. */
    boolean changed;

    Held(Vehicles among, String vehicle, Track track, long seen) {
        this.among = among;
        this.vehicle = vehicle;
        this.track = track;
        this.seen = seen;
    }

    String key() {
        return among.prefix + vehicle;
    }

    byte[] bytes() {
        byte[] written = TrackCodec.write(track);
        return ByteBuffer.allocate(HEAD + written.length)
                .putLong(seen)
                .put((byte) (track.hasNews() ? 1 : 0))
                .put(written)
                .array();
    }

    static long seen(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    /** Whether there is something to be told of it, though the vehicle may never report again. */
    static boolean hasNews(byte[] bytes) {
        return bytes[Long.BYTES] != 0;
    }

    /**
     * Reads what was written; null where it is of another form.
     *
     * @param versions finds the feed's schedules by name, or null
     */
    static Held of(Vehicles among, String vehicle, byte[] bytes, Function<String, Schedule> versions) {
        Track track = TrackCodec.read(Arrays.copyOfRange(bytes, HEAD, bytes.length), versions);
        return track == null ? null : new Held(among, vehicle, track, seen(bytes));
    }
}
