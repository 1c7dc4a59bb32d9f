package org.weir.dashboard;

import java.time.Instant;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;

/** Schedules for tests. */
public final class Schedules {
    private static final Schedule TINY = read(new TinyGtfs());

    private Schedules() {}

    public static Schedule tiny() {
        return TINY;
    }

    public static Schedule read(TinyGtfs gtfs) {
        return GtfsArchive.read(FeedId.of("tiny.vehicle-positions"), gtfs.zip(), Instant.EPOCH);
    }
}
