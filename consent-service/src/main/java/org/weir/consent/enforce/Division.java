package org.weir.consent.enforce;

import org.weir.consent.policy.CompiledPlan;

/** How plans are divided among workers, as one of them sees it. */
interface Division {
    /** Whether the plan is carried out here; the others are somebody else's. */
    boolean mine(CompiledPlan plan);

    /**
     * Whether records are accounted for here as covered by no agreement, so that none is left out of the ledger.
     *
     * @param partition of the feed
     * @param plans every plan of the feed; none of them is carried out here
     */
    default boolean uncovered(int partition, CompiledPlan[] plans) {
        return plans.length == 0;
    }
}
