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
     * @param lane for which way of coming it is read
     * @param since before which records no longer matter, unless those of any age do
     * @param again whether what stands before the health's offsets is known
     * @throws RuntimeException where the broker does not answer in time
     */
    void read(FeedId feed, Lane lane, Instant since, boolean again, FeedHealth health, Reader reader);
}
