package org.weir.schemas.position;

/** Positions for tests. */
public final class Positions {
    private Positions() {}

    /** One with every field. */
    public static VehiclePosition full() {
        return new VehiclePosition(
                "1407",
                "1407",
                "RIV 1407",
                "t-12",
                "4",
                1,
                "25:10:00",
                "20261120",
                "SCHEDULED",
                42.3601,
                -71.0589,
                90.5f,
                1234.5,
                8.25f,
                7,
                "s-31",
                "IN_TRANSIT_TO",
                1_795_000_000L,
                "CONGESTION",
                "FEW_SEATS_AVAILABLE",
                40);
    }
}
