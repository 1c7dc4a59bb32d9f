package org.weir.dashboard.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.weir.dashboard.movement.Track;
import org.weir.dashboard.movement.TripRun;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.topic.SharedTopic;

/**
 * The tracks of one partition, as objects in memory. Before each commit Kafka Streams asks caches for what they hold
 * back: then the tracks that changed are written to a logged store and their runs given out, all in the transaction that
 * commits the positions. So a position costs no writing, and what is restored after a crash is what was committed.
 */
final class TrackStore implements StateStore, CachedStateStore<String, byte[]> {
    /** After so long without a report, in seconds of its feed's own time, a vehicle begins anew. */
    static final long IDLE = 12 * 3_600;

    private static final long LOOK_FOR_IDLE_EVERY = 3_600;

    private final KeyValueStore<String, byte[]> kept;
    private final ScheduleLookup schedules;
    private final Outcomes outcomes;
    private final Map<String, Held> held = new HashMap<>();
    private final Map<SharedTopic, Clock> clocks = new HashMap<>();
    private final List<Held> changed = new ArrayList<>();
    private BiConsumer<Held, TripRun> out = (track, run) -> {};

    /** The newest time of a feed's positions in this partition, and when it was last looked for idle vehicles. */
    private static final class Clock {
        long newest;
        long looked;
    }

    TrackStore(KeyValueStore<String, byte[]> kept, ScheduleLookup schedules, Outcomes outcomes) {
        this.kept = kept;
        this.schedules = schedules;
        this.outcomes = outcomes;
    }

    /** Says where the runs go. */
    void giveTo(BiConsumer<Held, TripRun> receiver) {
        out = receiver;
    }

    /**
     * The track of a vehicle that reports, to be changed.
     *
     * @param time of the report, POSIX seconds
     */
    Track of(SharedTopic topic, String vehicle, long time) {
        String prefix = Keys.of(topic.agreement().value(), topic.feed().value());
        Clock clock = clocks.computeIfAbsent(topic, t -> restored(prefix));
        clock.newest = Math.max(clock.newest, time);
        if (clock.newest - clock.looked >= LOOK_FOR_IDLE_EVERY) {
            forgetIdle(prefix, clock);
        }
        String key = prefix + vehicle;
        Held found = held.computeIfAbsent(key, k -> load(k, topic, vehicle));
        if (clock.newest - found.seen >= IDLE) {
            give(found);
            found = new Held(key, topic, new Track(vehicle), clock.newest);
            held.put(key, found);
        }
        found.seen = clock.newest;
        if (!found.changed) {
            found.changed = true;
            changed.add(found);
        }
        return found.track;
    }

    private Held load(String key, SharedTopic topic, String vehicle) {
        byte[] bytes = kept.get(key);
        // Runs on a schedule that is gone cannot go on.
        if (bytes != null) {
            Held found = Held.of(key, topic, bytes, name -> schedules.version(topic.feed(), name));
            if (found != null) {
                return found;
            }
            outcomes.unreadable("track");
        }
        return new Held(key, topic, new Track(vehicle), Long.MAX_VALUE);
    }

    /** The vehicle that moved a feed's clock last saw its newest time. */
    private Clock restored(String prefix) {
        Clock clock = new Clock();
        each(prefix, (key, bytes) -> clock.newest = Math.max(clock.newest, Held.seen(bytes)));
        clock.looked = clock.newest;
        return clock;
    }

    private void forgetIdle(String prefix, Clock clock) {
        clock.looked = clock.newest;
        List<String> idle = new ArrayList<>();
        each(prefix, (key, bytes) -> {
            Held present = held.get(key);
            long seen = present == null ? Held.seen(bytes) : present.seen;
            if (clock.newest - seen >= IDLE) {
                idle.add(key);
            }
        });
        for (String key : idle) {
            if (held.containsKey(key)) {
                give(held.get(key));
            }
            delete(key);
        }
    }

    /** Gives out what is still to be told of a track before it goes. */
    private void give(Held gone) {
        if (gone.changed) {
            gone.track.drain().forEach(run -> out.accept(gone, run));
            gone.changed = false;
            changed.remove(gone);
        }
    }

    @Override
    public void flushCache() {
        for (Held each : changed) {
            for (TripRun run : each.track.drain()) {
                out.accept(each, run);
            }
            kept.put(each.key, each.bytes());
            each.changed = false;
        }
        changed.clear();
    }

    /** How many vehicles it knows under an agreement. */
    long count(AgreementId agreement) {
        return keys(agreement, key -> true).size();
    }

    /** The first keys under an agreement. */
    List<String> keys(AgreementId agreement, int most) {
        int[] left = {most};
        return keys(agreement, key -> left[0]-- > 0);
    }

    private List<String> keys(AgreementId agreement, Predicate<String> wanted) {
        flushCache();
        List<String> keys = new ArrayList<>();
        each(Keys.of(agreement), (key, bytes) -> {
            if (wanted.test(key)) {
                keys.add(key);
            }
        });
        return keys;
    }

    void delete(String key) {
        held.remove(key);
        kept.delete(key);
    }

    private void each(String prefix, BiConsumer<String, byte[]> take) {
        try (KeyValueIterator<String, byte[]> entries = kept.prefixScan(prefix, new StringSerializer())) {
            entries.forEachRemaining(each -> take.accept(each.key, each.value));
        }
    }

    @Override
    public String name() {
        return kept.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        kept.init(context, root);
    }

    @Override
    public void flush() {
        kept.flush();
    }

    @Override
    public void close() {
        clearCache();
        kept.close();
    }

    @Override
    public void clearCache() {
        held.clear();
        changed.clear();
        clocks.clear();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public boolean persistent() {
        return kept.persistent();
    }

    @Override
    public boolean isOpen() {
        return kept.isOpen();
    }
}
