package org.weir.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.Schedules;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.movement.TripRun;
import org.weir.dashboard.movement.Unmatched;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

class TrackStoreTest {
    private static final FeedId FEED = FeedId.of("tiny.vehicle-positions");
    private static final AgreementId AGREEMENT = new AgreementId("buses-for-planning");
    private static final ScheduleBook BOOK = ScheduleBook.of(List.of(Schedules.tiny()));
    /** Seven o'clock in New York. */
    private static final long SEVEN = 1_773_140_400L;

    private final KeyValueStore<String, byte[]> kept = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("vehicles"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final List<TripRun> told = new ArrayList<>();
    private TrackStore tracks = opened(kept);

    private TrackStore opened(KeyValueStore<String, byte[]> over) {
        TrackStore store = new TrackStore(over, feed -> Schedules.tiny(), new Silent());
        if (!over.isOpen()) {
            store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        }
        store.begin((held, run) -> told.add(run));
        return store;
    }

    private static final class Silent implements Outcomes, Outcomes.OfFeed {
        @Override
        public OfFeed of(FeedId feed) {
            return this;
        }

        @Override
        public void matched(int more) {}

        @Override
        public void unmatched(Unmatched reason) {}

        @Override
        public void given() {}

        @Override
        public void unreadable(String where) {
            throw new AssertionError(where);
        }
    }

    /** Rides east at each full hour, nine positions each. */
    private void ride(String vehicle, int fromHour, int toHour) {
        for (int hour = fromHour; hour <= toHour; hour++) {
            for (int t = 0; t <= 120; t += 15) {
                long time = SEVEN + (hour - 7) * 3_600L + t;
                tracks.of(tracks.vehicles(AGREEMENT, FEED), vehicle, time)
                        .add(BOOK, TinyGtfs.bus(vehicle, "e-" + hour, t * 10, time));
            }
        }
    }

    private List<String> commit() {
        told.clear();
        tracks.flushCache();
        return told.stream().map(run -> run.key().trip()).toList();
    }

    @Test
    void tellsWhatIsLiveAtEachCommit() {
        ride("p1", 7, 7);
        assertThat(commit()).containsExactly("e-7");
        ride("p1", 8, 8);
        assertThat(commit()).containsExactly("e-8");
        assertThat(commit()).isEmpty();
    }

    @Test
    void tellsEachRunOfAReplayOnce_andAfterItWhatMightStillHaveChanged() {
        ride("p1", 7, 14);

        assertThat(commit()).containsExactly("e-7", "e-8", "e-9", "e-10", "e-11", "e-12", "e-13");
        assertThat(tracks.waits()).as("a commit was just now").isFalse();
        assertThat(tracks.waits()).isTrue();
        assertThat(commit()).containsExactly("e-14");
        tracks.waits();
        assertThat(tracks.waits()).isFalse();
        assertThat(commit()).isEmpty();
    }

    @Test
    void tellsAllOfAReplayAtOnce_whereNothingComesAnyMore() {
        ride("p1", 7, 14);
        assertThat(tracks.holdsBack()).isTrue();
        tracks.tellAll();

        assertThat(commit()).containsExactly("e-7", "e-8", "e-9", "e-10", "e-11", "e-12", "e-13", "e-14");
        assertThat(tracks.holdsBack()).isFalse();
        // and the next one is told as before
        ride("p1", 15, 18);
        assertThat(commit()).containsExactly("e-15", "e-16", "e-17");
    }

    @Test
    void tellsWhatWasHeldBackAfterANewStart_thoughTheVehicleIsNeverHeardOfAgain() {
        // Given
        ride("p1", 7, 14);
        commit();

        // When
        tracks = opened(kept);

        // Then
        assertThat(tracks.waits()).isTrue();
        assertThat(commit()).containsExactly("e-14");
        assertThat(commit()).isEmpty();
    }

    @Test
    void tellsWhatWasHeldBack_beforeAVehicleIsForgotten() {
        // Given
        ride("p1", 7, 14);
        commit();
        tracks = opened(kept);

        // When
        told.clear();
        long later = SEVEN + 8 * 3_600 + TrackStore.IDLE;
        tracks.of(tracks.vehicles(AGREEMENT, FEED), "p2", later);

        // Then
        assertThat(told).extracting(run -> run.key().trip()).containsExactly("e-14");
        assertThat(tracks.keys(AGREEMENT, 10)).hasSize(1).allMatch(key -> key.endsWith("p2"));
    }
}
