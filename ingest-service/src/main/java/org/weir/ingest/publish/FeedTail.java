package org.weir.ingest.publish;

import java.time.Instant;
import org.weir.ingest.health.FeedHealth;
import org.weir.schemas.id.FeedId;

/** Reads back what a feed's topics hold: they, and nothing in memory, say what was published. */
public interface FeedTail {
    /** Takes what is read, in the order of each partition. */
    interface Reader {
        void published(String vehicle, long timestampSeconds);

        void refused(String refusalId);
    }

    /**
     * Makes sure that the topics exist and reads them from where the health's offsets stand to their ends, which it
     * tells the health. Where it stands nowhere yet, reads what may still matter.
     *
     * @param recorded whether the feed replays the past
     * @param since before which a live feed's records no longer matter
     * @throws RuntimeException where the broker does not answer in time
     */
    void read(FeedId feed, boolean recorded, Instant since, FeedHealth health, Reader reader);
}
