package org.weir.consent;

import java.nio.charset.StandardCharsets;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;

/** Positions for tests: every field filled, each value telling in which record and field it stood. */
public final class Positions {
    /** An event time of long ago, seconds: a recording. */
    public static final long TIME = 1_760_000_000L;

    private Positions() {}

    /** The n-th position of a vehicle, as ingest writes it. */
    public static byte[] of(String vehicle, int n) {
        return PositionWriter.write(new VehiclePosition(
                vehicle,
                "label-" + vehicle,
                "plate-" + vehicle,
                "trip-" + n % 40,
                "route-" + n % 12,
                n % 2,
                "08:15:00",
                "20251009",
                "SCHEDULED",
                38.9 + n % 1000 / 10_000.0,
                -77.0 - n % 1000 / 10_000.0,
                n % 360,
                123_456.7 + n,
                n % 200 / 10f,
                n % 30,
                "stop-" + n % 700,
                "IN_TRANSIT_TO",
                TIME + n,
                "RUNNING_SMOOTHLY",
                "MANY_SEATS_AVAILABLE",
                n % 100));
    }

    public static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
