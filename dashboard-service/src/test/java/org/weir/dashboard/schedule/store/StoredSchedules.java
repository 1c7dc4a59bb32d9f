package org.weir.dashboard.schedule.store;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** Archives as a database keeps them for several instances, that gives them out slowly. */
public final class StoredSchedules extends ScheduleStore {
    private static final Duration SLOW = Duration.ofMillis(300);

    private final List<Import> imports = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

    public StoredSchedules() {
        super(null);
    }

    /** Stores an archive; say the newest last. */
    public StoredSchedules with(FeedId feed, String importedAt, byte[] zip) {
        String version = GtfsArchive.version(zip);
        archives.put(version, zip);
        imports.add(new Import(feed, version, Instant.parse(importedAt)));
        return this;
    }

    /** What an instance knows that starts now. */
    public Schedules started() {
        Schedules started = unaware();
        started.start(null);
        return started;
    }

    /** What an instance knows that has not looked yet. */
    public Schedules unaware() {
        return new Schedules(this, new Standings(new RecipientId("city-planning")), Clock.systemUTC());
    }

    @Override
    Uni<List<Import>> imports(int ofEach) {
        return Uni.createFrom().item(List.copyOf(imports));
    }

    @Override
    Uni<byte[]> archive(FeedId feed, String version) {
        return Uni.createFrom().item(archives.get(version)).onItem().delayIt().by(SLOW);
    }
}
