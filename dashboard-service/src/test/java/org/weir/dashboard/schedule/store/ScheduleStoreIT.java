package org.weir.dashboard.schedule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.DashboardStack;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;

@QuarkusTest
@QuarkusTestResource(DashboardStack.class)
class ScheduleStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ScheduleStore store;

    @Inject
    Schedules schedules;

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }

    private List<ScheduleStore.Import> imports(FeedId feed, int ofEach) {
        return done(store.imports(ofEach)).stream()
                .filter(each -> each.feed().equals(feed))
                .toList();
    }

    @Test
    void remembersEveryMomentFromWhichAVersionWasTheNewest() {
        // When the first is said twice and comes back after the second
        FeedId feed = FeedId.of("returns.vehicle-positions");
        byte[] none = {};
        for (String version : List.of("first", "first", "second", "first")) {
            done(store.keep(feed, version, none));
        }

        // Then
        assertThat(imports(feed, 4))
                .extracting(ScheduleStore.Import::version)
                .containsExactly("first", "second", "first");
        assertThat(imports(feed, 4)).extracting(ScheduleStore.Import::at).isSorted();
        assertThat(imports(feed, 1)).extracting(ScheduleStore.Import::version).containsExactly("first", "first");
    }

    @Test
    void takesUpWhatAnotherInstanceStored() {
        // Given an archive in the database that this instance was not given
        FeedId feed = FeedId.of("elsewhere.vehicle-positions");
        byte[] zip = new TinyGtfs().zip();
        done(store.keep(feed, GtfsArchive.version(zip), zip));

        // Then
        await().atMost(PATIENCE).until(() -> schedules.versions(feed).isPresent());
        Instant stored = imports(feed, 4).get(0).at();
        assertThat(schedules.find(feed).orElseThrow().importedAt()).isEqualTo(stored);
        assertThat(schedules.versions(feed).orElseThrow().on(LocalDate.of(2026, 3, 1)))
                .isSameAs(schedules.find(feed).orElseThrow());
    }
}
