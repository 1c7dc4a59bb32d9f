package org.weir.consent.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.schemas.id.FeedId;

/**
 * Every plan of one epoch of agreements. Immutable, so that a transaction works on one and the same from begin to
 * commit. Looking up a feed costs the same however many agreements there are for others.
 */
public final class Plans {
    /** Before anything is known: nothing flows. */
    public static final Plans NONE = new Plans(0, Map.of());

    private static final CompiledPlan[] NO_PLAN = {};

    private final long epoch;
    private final Map<FeedId, CompiledPlan[]> byFeed;

    private Plans(long epoch, Map<FeedId, CompiledPlan[]> byFeed) {
        this.epoch = epoch;
        this.byFeed = byFeed;
    }

    /**
     * The plans of one epoch.
     *
     * @param epoch the last change of agreements that they know
     * @param plans at most one for each agreement and feed; none for drafts
     */
    public static Plans of(long epoch, Collection<CompiledPlan> plans) {
        Map<FeedId, List<CompiledPlan>> lists = new HashMap<>();
        for (CompiledPlan plan : plans) {
            lists.computeIfAbsent(plan.feed(), feed -> new ArrayList<>(2)).add(plan);
        }
        return NONE.with(epoch, lists);
    }

    /**
     * The plans of a later epoch.
     *
     * @param changed every plan of each feed of which one has changed; the plans of other feeds stay
     */
    public Plans with(long later, Map<FeedId, ? extends Collection<CompiledPlan>> changed) {
        Map<FeedId, CompiledPlan[]> all = new HashMap<>(byFeed);
        changed.forEach((feed, plans) -> {
            if (plans.isEmpty()) {
                all.remove(feed);
            } else {
                all.put(feed, plans.toArray(NO_PLAN));
            }
        });
        return new Plans(later, all);
    }

    public long epoch() {
        return epoch;
    }

    /** The plans of a feed; the caller does not change the array. Empty: no agreement beyond draft covers the feed. */
    public CompiledPlan[] of(FeedId feed) {
        return byFeed.getOrDefault(feed, NO_PLAN);
    }

    public Collection<CompiledPlan[]> all() {
        return byFeed.values();
    }
}
