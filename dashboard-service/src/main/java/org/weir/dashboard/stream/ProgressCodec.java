package org.weir.dashboard.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.weir.dashboard.movement.Progress;

/** Progress as bytes: a format byte, numbers, then two texts, each with its length before it. */
final class ProgressCodec {
    private static final byte FORMAT = 1;
    private static final int FIXED = 1 + Integer.BYTES + Double.BYTES + Long.BYTES + Double.BYTES + 2 * Short.BYTES;

    private ProgressCodec() {}

    static byte[] write(Progress p) {
        byte[] schedule = p.schedule().getBytes(StandardCharsets.UTF_8);
        byte[] trip = p.trip().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED + schedule.length + trip.length)
                .put(FORMAT)
                .putInt(p.pattern())
                .putDouble(p.metres())
                .putLong(p.time())
                .putDouble(p.entered())
                .putShort((short) schedule.length)
                .put(schedule)
                .putShort((short) trip.length)
                .put(trip)
                .array();
    }

    /** Reads what was written; null for null and for an unknown format, which then is as if nothing were known. */
    static Progress read(byte[] bytes) {
        if (bytes == null || bytes.length < FIXED || bytes[0] != FORMAT) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int pattern = in.getInt();
        double metres = in.getDouble();
        long time = in.getLong();
        double entered = in.getDouble();
        String schedule = text(in);
        return new Progress(schedule, pattern, text(in), metres, time, entered);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
