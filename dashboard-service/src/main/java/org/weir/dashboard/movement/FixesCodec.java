package org.weir.dashboard.movement;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Positions as bytes, 27 each. */
final class FixesCodec {
    private static final int EACH = 5 * Integer.BYTES + 3 * Short.BYTES + 1;
    private static final byte BROKEN = 1;

    private FixesCodec() {}

    static void write(Fixes f, Writing out) {
        long begin = f.n == 0 ? 0 : f.time(0);
        ByteBuffer bytes = out.room(Integer.BYTES + Long.BYTES + f.n * EACH);
        bytes.putInt(f.n).putLong(begin);
        for (int i = 0; i < f.n; i++) {
            bytes.putInt((int) (f.time(i) - begin))
                    .putInt(f.lat(i))
                    .putInt(f.lon(i))
                    .putFloat(f.metres(i))
                    .putFloat(f.smooth(i))
                    .putShort(Fixes.stored(f.bearing(i), Fixes.TENTH))
                    .putShort(Fixes.stored(f.speed(i), Fixes.HUNDREDTH))
                    .putShort(f.crowding(i))
                    .put(f.broken(i) ? BROKEN : 0);
        }
    }

    static void read(Fixes f, DataInputStream in) throws IOException {
        int n = in.readInt();
        long begin = in.readLong();
        f.reserve(n);
        ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(n * EACH));
        for (int i = 0; i < n; i++) {
            long time = begin + bytes.getInt();
            int lat = bytes.getInt();
            int lon = bytes.getInt();
            float metres = bytes.getFloat();
            float smooth = bytes.getFloat();
            float bearing = Fixes.kept(bytes.getShort(), Fixes.TENTH);
            float speed = Fixes.kept(bytes.getShort(), Fixes.HUNDREDTH);
            f.add(time, lat, lon, bearing, speed, bytes.getShort());
            f.put(i, metres, smooth);
            if (bytes.get() == BROKEN) {
                f.breakAt(i);
            }
        }
    }
}
