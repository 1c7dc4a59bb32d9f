package org.weir.dashboard.schedule.store;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** Archives as a database keeps them, that gives them out slowly. */
public final class StoredSchedules extends ScheduleStore {
    private static final Duration SLOW = Duration.ofMillis(300);

    private final List<Version> versions = new ArrayList<>();
    private final Map<Version, byte[]> archives = new HashMap<>();

    public StoredSchedules() {
        super(null);
    }

    /** Stores an archive; say the newest last. */
    public StoredSchedules with(FeedId feed, String importedAt, byte[] zip) {
        Version version =
                new Version(feed, org.weir.dashboard.schedule.gtfs.GtfsArchive.version(zip), Instant.parse(importedAt));
        versions.add(0, version);
        archives.put(version, zip);
        return this;
    }

    /** What an instance knows that starts now. */
    public Schedules started() {
        Schedules started = new Schedules(this, new Standings(new RecipientId("city-planning")), Clock.systemUTC());
        started.start(null);
        return started;
    }

    @Override
    Uni<List<Version>> newest(int ofEach) {
        return Uni.createFrom().item(List.copyOf(versions));
    }

    @Override
    Uni<byte[]> archive(Version version) {
        return Uni.createFrom().item(archives.get(version)).onItem().delayIt().by(SLOW);
    }
}
