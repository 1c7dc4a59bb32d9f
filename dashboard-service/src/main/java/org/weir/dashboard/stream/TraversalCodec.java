package org.weir.dashboard.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.weir.dashboard.measure.SegmentHour;
import org.weir.dashboard.movement.Traversal;

/** A traversal as bytes between two parts of the topology: its key, trip and two numbers. */
final class TraversalCodec {
    private static final byte FORMAT = 1;

    /** What accumulating needs of a traversal. */
    record Timed(SegmentHour key, String trip, double metres, double seconds) {}

    private TraversalCodec() {}

    static byte[] write(SegmentHour key, Traversal traversal) {
        byte[] name = Keys.write(key).getBytes(StandardCharsets.UTF_8);
        byte[] trip = traversal.trip().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 2 * Double.BYTES + 2 * Integer.BYTES + name.length + trip.length)
                .put(FORMAT)
                .putDouble(traversal.metres())
                .putDouble(traversal.seconds())
                .putInt(name.length)
                .put(name)
                .putInt(trip.length)
                .put(trip)
                .array();
    }

    /** Reads what was written; null for another format. */
    static Timed read(byte[] bytes) {
        if (bytes == null || bytes.length == 0 || bytes[0] != FORMAT) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        double metres = in.getDouble();
        double seconds = in.getDouble();
        SegmentHour key = Keys.read(text(in));
        return new Timed(key, text(in), metres, seconds);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
