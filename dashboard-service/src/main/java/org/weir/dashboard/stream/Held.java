package org.weir.dashboard.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TrackCodec;
import org.weir.dashboard.schedule.Schedule;
import org.weir.schemas.topic.SharedTopic;

/** A vehicle's track while it is in memory. */
final class Held {
    final String key;
    final SharedTopic topic;
    final Track track;

    /** The newest time in its feed when the vehicle last reported, POSIX seconds. */
    long seen;

    boolean changed;

    Held(String key, SharedTopic topic, Track track, long seen) {
        this.key = key;
        this.topic = topic;
        this.track = track;
        this.seen = seen;
    }

    byte[] bytes() {
        byte[] written = TrackCodec.write(track);
        return ByteBuffer.allocate(Long.BYTES + written.length)
                .putLong(seen)
                .put(written)
                .array();
    }

    static long seen(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
    }

    /**
     * Reads what was written; null where it is of another form.
     *
     * @param versions finds the feed's schedules by name, or null
     */
    static Held of(String key, SharedTopic topic, byte[] bytes, Function<String, Schedule> versions) {
        Track track = TrackCodec.read(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length), versions);
        return track == null ? null : new Held(key, topic, track, seen(bytes));
    }
}
