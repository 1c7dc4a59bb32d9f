package org.weir.dashboard.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jboss.logging.Logger;
import org.weir.schemas.id.AgreementId;

/**
 * Takes out of one partition of the tracks what it holds under agreements that are over, in beats on the stream's own
 * thread. Deletions are part of the stream's transaction; that they are committed is said at the
 * beat after, because a commit that was asked for comes before the next beat.
 */
final class Purge {
    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** At most so many in one beat, so that a large agreement's end stays well inside a transaction's time. */
    private static final int AT_ONCE = 20_000;

    private final TrackStore store;
    private final ProcessorContext<?, ?> context;
    private final Endings endings;
    private final Set<AgreementId> counted = new HashSet<>();
    private final Set<AgreementId> emptied = new HashSet<>();
    private final Set<AgreementId> done = new HashSet<>();

    private Purge(TrackStore store, ProcessorContext<?, ?> context, Endings endings) {
        this.store = store;
        this.context = context;
        this.endings = endings;
    }

    /** Begins to beat. */
    static void begin(TrackStore store, ProcessorContext<?, ?> context, Endings endings) {
        Purge purge = new Purge(store, context, endings);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> purge.beat());
    }

    private void beat() {
        for (AgreementId each : endings.toPurge()) {
            if (!done.contains(each)) {
                try {
                    purge(each);
                } catch (RuntimeException e) {
                    // What was found could not be kept: nothing is deleted before it is.
                    LOG.warnf(
                            "A purge waits for the next beat; agreement=%s store=%s: %s",
                            each, store.name(), e.toString());
                }
            }
        }
    }

    private void purge(AgreementId agreement) {
        int part = context.taskId().partition();
        if (emptied.contains(agreement)) {
            endings.purged(agreement, store.name(), part);
            done.add(agreement);
            return;
        }
        if (!counted.contains(agreement)) {
            endings.found(agreement, store.name(), part, store.count(agreement));
            counted.add(agreement);
        }
        List<String> keys = store.keys(agreement, AT_ONCE);
        keys.forEach(store::delete);
        if (keys.size() < AT_ONCE) {
            emptied.add(agreement);
        }
        context.commit();
    }
}
