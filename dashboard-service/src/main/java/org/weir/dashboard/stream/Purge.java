package org.weir.dashboard.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.weir.schemas.id.AgreementId;

/**
 * Takes out of one partition of a store what it holds under agreements that are over, in beats on the stream's own
 * thread. Deletions and their tombstones are part of the stream's transaction; that they are committed is said at the
 * beat after, because a commit that was asked for comes before the next beat.
 */
final class Purge {
    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** At most so many in one beat, so that a large agreement's end stays well inside a transaction's time. */
    private static final int AT_ONCE = 20_000;

    private final String name;
    private final KeyValueStore<String, byte[]> store;
    private final ProcessorContext<?, ?> context;
    private final Endings endings;
    private final Consumer<String> deleted;
    private final Set<AgreementId> counted = new HashSet<>();
    private final Set<AgreementId> emptied = new HashSet<>();
    private final Set<AgreementId> done = new HashSet<>();

    private Purge(
            String name,
            KeyValueStore<String, byte[]> store,
            ProcessorContext<?, ?> context,
            Endings endings,
            Consumer<String> deleted) {
        this.name = name;
        this.store = store;
        this.context = context;
        this.endings = endings;
        this.deleted = deleted;
    }

    /**
     * Begins to beat.
     *
     * @param deleted is told of each key that was deleted
     */
    static void begin(
            String name,
            KeyValueStore<String, byte[]> store,
            ProcessorContext<?, ?> context,
            Endings endings,
            Consumer<String> deleted) {
        Purge purge = new Purge(name, store, context, endings, deleted);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> purge.beat());
    }

    private void beat() {
        for (AgreementId each : endings.toPurge()) {
            if (!done.contains(each)) {
                try {
                    purge(each);
                } catch (RuntimeException e) {
                    // What was found could not be kept: nothing is deleted before it is.
                    LOG.warnf("A purge waits for the next beat; agreement=%s store=%s: %s", each, name, e.toString());
                }
            }
        }
    }

    private void purge(AgreementId agreement) {
        int part = context.taskId().partition();
        if (emptied.contains(agreement)) {
            endings.purged(agreement, name, part);
            done.add(agreement);
            return;
        }
        if (!counted.contains(agreement)) {
            endings.found(agreement, name, part, count(agreement));
            counted.add(agreement);
        }
        List<String> keys = keys(agreement);
        for (String key : keys) {
            store.delete(key);
            deleted.accept(key);
        }
        if (keys.size() < AT_ONCE) {
            emptied.add(agreement);
        }
        context.commit();
    }

    private long count(AgreementId agreement) {
        long n = 0;
        try (KeyValueIterator<String, byte[]> entries = under(agreement)) {
            while (entries.hasNext()) {
                entries.next();
                n++;
            }
        }
        return n;
    }

    private List<String> keys(AgreementId agreement) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = under(agreement)) {
            while (entries.hasNext() && keys.size() < AT_ONCE) {
                keys.add(entries.next().key);
            }
        }
        return keys;
    }

    private KeyValueIterator<String, byte[]> under(AgreementId agreement) {
        return store.prefixScan(Keys.of(agreement), new StringSerializer());
    }
}
