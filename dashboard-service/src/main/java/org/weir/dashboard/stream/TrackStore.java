package org.weir.dashboard.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
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
import org.weir.schemas.id.FeedId;

/**
 * The tracks of one partition, as objects in memory. Before each commit Kafka Streams asks caches for what they hold
 * back: then the tracks that changed are written to a logged store and their runs given out, all in the transaction that
 * commits the positions. So a position costs no writing, and what is restored after a crash is what was committed.
 */
final class TrackStore implements StateStore, CachedStateStore<String, byte[]> {
    /** After so long without a report, in seconds of its feed's own time, a vehicle begins anew. */
    static final long IDLE = 12 * 3_600;

    /**
     * A vehicle of which more came between two commits is not driving but replayed: each of its runs is given out once,
     * when it is over, or when the replay is.
     */
    static final int REPLAYED = 20;

    private static final long LOOK_FOR_IDLE_EVERY = 3_600;

    private final KeyValueStore<String, byte[]> kept;
    private final ScheduleLookup schedules;
    private final Outcomes outcomes;
    private final Map<String, Vehicles> vehicles = new HashMap<>();
    private final List<Held> changed = new ArrayList<>();
    /** Keys of vehicles that had something to tell when this instance took the partition over. */
    private final List<String> untold = new ArrayList<>();

    private BiConsumer<Held, TripRun> out = (track, run) -> {};
    private boolean flushed;
    private boolean all;

    TrackStore(KeyValueStore<String, byte[]> kept, ScheduleLookup schedules, Outcomes outcomes) {
        this.kept = kept;
        this.schedules = schedules;
        this.outcomes = outcomes;
    }

    /** Begins, once what was kept is restored; says where the runs go. */
    void begin(BiConsumer<Held, TripRun> receiver) {
        out = receiver;
        try (KeyValueIterator<String, byte[]> all = kept.all()) {
            all.forEachRemaining(each -> {
                if (Held.hasNews(each.value)) {
                    untold.add(each.key);
                }
            });
        }
    }

    /** The vehicles of a feed under an agreement. */
    Vehicles vehicles(AgreementId agreement, FeedId feed) {
        return vehicles.computeIfAbsent(Keys.of(agreement.value(), feed.value()), prefix -> {
            Vehicles found = new Vehicles(agreement, feed);
            // The vehicle that moved a feed's clock last saw its newest time.
            each(prefix, (key, bytes) -> found.newest = Math.max(found.newest, Held.seen(bytes)));
            found.looked = found.newest;
            return found;
        });
    }

    /**
     * The track of a vehicle that reports, to be changed.
     *
     * @param time of the report, POSIX seconds
     */
    Track of(Vehicles among, String vehicle, long time) {
        among.newest = Math.max(among.newest, time);
        if (among.newest - among.looked >= LOOK_FOR_IDLE_EVERY) {
            forgetIdle(among);
        }
        Held found = among.held.get(vehicle);
        if (found == null) {
            found = load(among, vehicle);
        }
        if (among.newest - found.seen >= IDLE) {
            give(found);
            found = new Held(among, vehicle, new Track(vehicle), among.newest);
            among.held.put(vehicle, found);
        }
        found.seen = among.newest;
        change(found);
        return found.track;
    }

    private void change(Held each) {
        if (!each.changed) {
            each.changed = true;
            changed.add(each);
        }
    }

    private Held load(Vehicles among, String vehicle) {
        byte[] bytes = kept.get(among.prefix + vehicle);
        Held found = null;
        // Runs on a schedule that is gone cannot go on.
        if (bytes != null) {
            found = Held.of(among, vehicle, bytes, name -> schedules.version(among.feed, name));
            if (found == null) {
                outcomes.unreadable("track");
            }
        }
        if (found == null) {
            found = new Held(among, vehicle, new Track(vehicle), Long.MAX_VALUE);
        }
        among.held.put(vehicle, found);
        if (found.track.hasNews()) {
            change(found);
        }
        return found;
    }

    private void forgetIdle(Vehicles among) {
        among.looked = among.newest;
        takeUpUntold();
        List<String> idle = new ArrayList<>();
        each(among.prefix, (key, bytes) -> {
            Held present = among.held.get(key.substring(among.prefix.length()));
            long seen = present == null ? Held.seen(bytes) : present.seen;
            if (among.newest - seen >= IDLE) {
                idle.add(key);
            }
        });
        for (String key : idle) {
            Held present = among.held.get(key.substring(among.prefix.length()));
            if (present != null) {
                give(present);
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
        takeUpUntold();
        List<Held> more = new ArrayList<>();
        for (Held each : changed) {
            for (TripRun run : each.track.drain(all ? Integer.MAX_VALUE : REPLAYED)) {
                out.accept(each, run);
            }
            kept.put(each.key(), each.bytes());
            each.changed = each.track.hasNews();
            if (each.changed) {
                more.add(each);
            }
        }
        changed.clear();
        changed.addAll(more);
        flushed = true;
        all = false;
    }

    /** What the instance before held back is given out, also of vehicles that never report again. */
    private void takeUpUntold() {
        for (Iterator<String> keys = untold.iterator(); keys.hasNext(); ) {
            String[] key = Keys.parts(keys.next());
            Vehicles among = vehicles(new AgreementId(key[0]), FeedId.of(key[1]));
            if (among.held.containsKey(key[2])) {
                keys.remove();
            } else if (schedules.book(among.feed) != null) {
                keys.remove();
                load(among, key[2]);
            }
        }
    }

    /** Whether something came, or waits to be told, that is not committed; and no commit was since this was asked. */
    boolean waits() {
        boolean waits = !flushed && holdsBack();
        flushed = false;
        return waits;
    }

    /** Whether something came, or waits to be told, that is not committed. */
    boolean holdsBack() {
        return !(changed.isEmpty() && untold.isEmpty());
    }

    /** At the next commit what was replayed is told as well, however much came. */
    void tellAll() {
        all = true;
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
        for (Vehicles each : vehicles.values()) {
            if (key.startsWith(each.prefix)) {
                Held gone = each.held.remove(key.substring(each.prefix.length()));
                if (gone != null && gone.changed) {
                    changed.remove(gone);
                }
            }
        }
        untold.remove(key);
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
        vehicles.clear();
        changed.clear();
        untold.clear();
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
