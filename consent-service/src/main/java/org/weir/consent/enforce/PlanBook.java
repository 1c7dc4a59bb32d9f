package org.weir.consent.enforce;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.Plans;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/**
 * What was last heard of every agreement, and the plans that follow from it. A change compiles the plans of the
 * agreements and feeds that it concerns, and leaves all others as they are. For one thread at a time.
 */
final class PlanBook {
    private final PlanCompiler compiler;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<FeedId, Map<String, CompiledPlan>> byFeed = new HashMap<>();
    private final Set<FeedId> touched = new HashSet<>();
    private Map<FeedId, KnownFeed> feeds = Map.of();
    private Plans plans = Plans.NONE;
    private long epoch;

    /**
     * The last that was heard of an agreement; the record is null where it cannot be read or was taken away, and the epoch
     * is that of the last record that could be read: 0 before the first.
     */
    private record Standing(long epoch, AgreementRecord record, Set<FeedId> feeds) {}

    PlanBook(PlanCompiler compiler) {
        this.compiler = compiler;
    }

    /** Takes in what the topic says of an agreement. A change that comes again, or late, changes nothing. */
    void take(HeardAgreement heard) {
        String id = heard.id();
        Standing before = standings.get(id);
        if (heard.record() != null) {
            if (before == null || heard.record().epoch() > before.epoch) {
                stand(id, new Standing(heard.record().epoch(), heard.record(), covered(heard.record())));
            }
        } else if (heard.gone()) {
            // The epoch is remembered, so that an older change that comes late does not revive what was taken away.
            stand(id, new Standing(before == null ? 0 : before.epoch, null, Set.of()));
        } else {
            unreadable(heard, before);
        }
    }

    /** Takes in which feeds there are now. */
    void feeds(Map<FeedId, KnownFeed> now) {
        Set<FeedId> changed = new HashSet<>(feeds.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(feed -> now.containsKey(feed) && now.get(feed).equals(feeds.get(feed)));
        feeds = now;
        if (changed.isEmpty()) {
            return;
        }
        standings.forEach((id, s) -> {
            if (s.record != null && changed.stream().anyMatch(s.record.document()::covers)) {
                recompile(id, s, changed);
            }
        });
    }

    /** Agreements under which nothing flows because a key is missing. */
    Collection<AgreementRecord> withoutKey() {
        Map<String, AgreementRecord> lacking = new HashMap<>();
        byFeed.values()
                .forEach(plans -> plans.forEach((id, plan) -> {
                    if (plan.flaw() == ReasonCode.KEY_MISSING) {
                        lacking.put(id, plan.record());
                    }
                }));
        return lacking.values();
    }

    /** Takes in that keys have come: their agreements' plans are compiled anew, as they stand by now. */
    void keysCame(Collection<AgreementId> agreements) {
        for (AgreementId agreement : agreements) {
            String id = agreement.value();
            Standing s = standings.get(id);
            for (FeedId feed : s.feeds) {
                if (byFeed.get(feed).get(id).flaw() == ReasonCode.KEY_MISSING) {
                    keep(feed, id, plan(id, s, feed));
                }
            }
        }
    }

    /** The plans after everything that was taken in. */
    Plans plans() {
        if (!touched.isEmpty() || epoch != plans.epoch()) {
            Map<FeedId, Collection<CompiledPlan>> changed = touched.stream()
                    .collect(Collectors.toMap(feed -> feed, feed -> byFeed.getOrDefault(feed, Map.of())
                            .values()));
            plans = plans.with(epoch, changed);
            touched.clear();
        }
        return plans;
    }

    /** Whose records are withheld: those of the feed that can still be made out, and of those that were covered before. */
    private void unreadable(HeardAgreement heard, Standing before) {
        Set<FeedId> concerned = new HashSet<>(before == null ? Set.of() : before.feeds);
        if (heard.feed() != null) {
            concerned.add(heard.feed());
        }
        // Never back: what cannot be read is not passed over as if it were an old change. And never ahead: an epoch
        // that
        // it names would make the changes to come old ones, and have this enforcer confirm what it has not read.
        long read = before == null ? 0 : before.epoch;
        stand(heard.id(), new Standing(read, null, isId(heard.id()) ? concerned : Set.of()));
    }

    private void stand(String id, Standing now) {
        Standing before = standings.put(id, now);
        epoch = Math.max(epoch, now.epoch);
        if (before != null) {
            before.feeds.forEach(feed -> forget(feed, id));
        }
        for (FeedId feed : now.feeds) {
            keep(feed, id, plan(id, now, feed));
        }
    }

    private void recompile(String id, Standing s, Set<FeedId> changed) {
        Set<FeedId> covered = covered(s.record);
        standings.put(id, new Standing(s.epoch, s.record, covered));
        for (FeedId feed : changed) {
            if (covered.contains(feed)) {
                keep(feed, id, plan(id, s, feed));
            } else {
                forget(feed, id);
            }
        }
    }

    private CompiledPlan plan(String id, Standing s, FeedId feed) {
        return s.record == null
                ? CompiledPlan.unreadable(feed, new AgreementId(id), s.epoch)
                : compiler.compile(s.record, feed);
    }

    private void keep(FeedId feed, String id, CompiledPlan plan) {
        byFeed.computeIfAbsent(feed, f -> new TreeMap<>()).put(id, plan);
        touched.add(feed);
    }

    private void forget(FeedId feed, String id) {
        Map<String, CompiledPlan> plansOfFeed = byFeed.get(feed);
        if (plansOfFeed != null && plansOfFeed.remove(id) != null) {
            touched.add(feed);
        }
    }

    /** No agreement can have another key, and none of any feed is affected. */
    private static boolean isId(String id) {
        try {
            return new AgreementId(id).value().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The feed that it names, registered or not, or every registered one that it covers; none for a draft. */
    private Set<FeedId> covered(AgreementRecord record) {
        if (record.state() == AgreementState.DRAFT || !record.document().runs()) {
            return Set.of();
        }
        FeedId named = record.document().target().feed();
        return named != null
                ? Set.of(named)
                : feeds.keySet().stream().filter(record.document()::covers).collect(Collectors.toUnmodifiableSet());
    }
}
