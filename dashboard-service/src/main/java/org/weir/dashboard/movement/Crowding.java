package org.weir.dashboard.movement;

import org.weir.schemas.position.VehiclePosition;

/**
 * How full a vehicle is, in per cent of its seats. GTFS-Realtime gives a percentage, or words; a word stands for the
 * middle of what it covers, as GTFS-Realtime's reference describes them.
 */
final class Crowding {
    private Crowding() {}

    static short percent(VehiclePosition p) {
        if (p.occupancyPercentage() != null) {
            return (short) Math.max(0, Math.min(400, p.occupancyPercentage()));
        }
        return p.occupancy() == null ? StopVisit.UNKNOWN : word(p.occupancy());
    }

    private static short word(String occupancy) {
        return switch (occupancy) {
            case "EMPTY" -> 0;
            case "MANY_SEATS_AVAILABLE" -> 30;
            case "FEW_SEATS_AVAILABLE" -> 80;
            case "STANDING_ROOM_ONLY" -> 130;
            case "CRUSHED_STANDING_ROOM_ONLY", "FULL" -> 175;
            default -> StopVisit.UNKNOWN;
        };
    }
}
