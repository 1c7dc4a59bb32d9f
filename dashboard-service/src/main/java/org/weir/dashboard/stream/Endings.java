package org.weir.dashboard.stream;

import java.util.List;
import org.weir.schemas.id.AgreementId;

/** Knows which agreements are over, and is told what was held under them. */
public interface Endings {
    /** Whether every ending is known that was published before this service began; before that nothing is processed. */
    boolean known();

    /** Whether nothing under the agreement may be processed any more. Once true it stays so. */
    boolean ended(AgreementId agreement);

    /** Agreements of which nothing may be kept. */
    List<AgreementId> toPurge();

    /**
     * Is told before the first deletion; where it throws, nothing is deleted yet.
     *
     * @param store which store
     * @param part which of its partitions
     * @param entries how many it holds under the agreement
     */
    void found(AgreementId agreement, String store, int part, long entries);

    /** Is told when the deletions of one partition of a store are committed. */
    void purged(AgreementId agreement, String store, int part);
}
