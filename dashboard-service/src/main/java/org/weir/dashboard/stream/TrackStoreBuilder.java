package org.weir.dashboard.stream;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes a {@link TrackStore} over a logged store in memory, one for each partition. */
final class TrackStoreBuilder implements StoreBuilder<TrackStore> {
    private final StoreBuilder<KeyValueStore<String, byte[]>> kept;
    private final ScheduleLookup schedules;
    private final Outcomes outcomes;

    TrackStoreBuilder(String name, ScheduleLookup schedules, Outcomes outcomes) {
        this.kept =
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
        this.schedules = schedules;
        this.outcomes = outcomes;
    }

    @Override
    public TrackStore build() {
        return new TrackStore(kept.build(), schedules, outcomes);
    }

    @Override
    public StoreBuilder<TrackStore> withLoggingEnabled(Map<String, String> settings) {
        kept.withLoggingEnabled(settings);
        return this;
    }

    @Override
    public StoreBuilder<TrackStore> withLoggingDisabled() {
        throw new UnsupportedOperationException("What is not logged is lost with its partition.");
    }

    @Override
    public StoreBuilder<TrackStore> withCachingEnabled() {
        return this;
    }

    /** Kafka Streams asks for it where its own caches have no room; tracks are held in memory in any case. */
    @Override
    public StoreBuilder<TrackStore> withCachingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return kept.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return kept.loggingEnabled();
    }

    @Override
    public String name() {
        return kept.name();
    }
}
