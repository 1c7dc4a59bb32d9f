package org.weir.ingest.publish;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.weir.ingest.decode.Entity;

/**
 * What one feed's topics are known to hold, and which records are on their way there. A record is claimed by one batch
 * before it is sent. Where a batch was not acknowledged as a whole its claims stay, in doubt, until the topics have been
 * read: nobody may send such a record before. Safe for use by many threads.
 */
final class Claims {
    /** A refusal is remembered by its text, some 100 bytes; more at a time means a feed that is all faults. */
    private static final int MOST_REFUSALS = 100_000;

    private final PublishedBefore published;
    private final RefusedBefore refused;
    private final Map<String, CompletableFuture<Void>> claimed = new HashMap<>();
    private final Set<String> doubted = new HashSet<>();
    private boolean certain;

    /** @param remembered how many positions are remembered */
    Claims(int remembered) {
        published = new PublishedBefore(remembered);
        refused = new RefusedBefore(Math.min(remembered, MOST_REFUSALS));
    }

    /**
     * How a record stands with the batch that wants to send it.
     *
     * @param mine whether the batch shall send it
     * @param awaited the end of the other batch that is sending it
     */
    record Standing(boolean mine, Optional<CompletableFuture<Void>> awaited) {
        private static final Standing MINE = new Standing(true, Optional.empty());
        private static final Standing SEEN = new Standing(false, Optional.empty());
    }

    /** The claim on a position. */
    static String on(Entity.Position entity) {
        return entity.position().vehicleId() + ':' + entity.position().timestamp();
    }

    /** The claim on a refusal. */
    static String on(String refusalId) {
        return '!' + refusalId;
    }

    /** Claims a position for the batch that ends with {@code end}, unless it was published before. */
    synchronized Standing claim(Entity.Position entity, CompletableFuture<Void> end) {
        boolean before = published.contains(
                entity.position().vehicleId(), entity.position().timestamp());
        return before ? Standing.SEEN : claim(on(entity), end);
    }

    /** The same for a refusal. */
    synchronized Standing claimRefusal(String refusalId, CompletableFuture<Void> end) {
        return refused.contains(refusalId) ? Standing.SEEN : claim(on(refusalId), end);
    }

    private Standing claim(String key, CompletableFuture<Void> end) {
        CompletableFuture<Void> other = claimed.putIfAbsent(key, end);
        if (other == null) {
            return Standing.MINE;
        }
        return other == end ? Standing.SEEN : new Standing(false, Optional.of(other));
    }

    /** The raw topic holds this position. */
    synchronized void published(String vehicle, long timestamp) {
        published.add(vehicle, timestamp);
    }

    /** The quarantine topic holds this refusal. */
    synchronized void refused(String refusalId) {
        refused.add(refusalId);
    }

    /** A batch ended: everything acknowledged, or not. */
    synchronized void ended(Collection<String> keys, boolean acknowledged) {
        if (acknowledged) {
            keys.forEach(claimed::remove);
        } else {
            doubted.addAll(keys);
            certain = false;
        }
    }

    /** Whether what the topics hold is known. */
    synchronized boolean certain() {
        return certain;
    }

    /** What must be read from the topics before it may be sent. */
    synchronized List<String> doubted() {
        return List.copyOf(doubted);
    }

    /** The topics have been read since these were in doubt. */
    synchronized void read(List<String> doubtful) {
        doubtful.forEach(claimed::remove);
        doubtful.forEach(doubted::remove);
        // A batch may have failed meanwhile; then they have to be read once more.
        certain = doubted.isEmpty();
    }

    /** Forgets published positions that the checks would refuse for their age. */
    synchronized void forgetBefore(long timestamp) {
        published.forgetBefore(timestamp);
    }
}
