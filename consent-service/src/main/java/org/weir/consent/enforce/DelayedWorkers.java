package org.weir.consent.enforce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.id.AgreementId;

/**
 * Keeps a worker for each agreement that holds records back, from the moment when it comes into force until it has ended
 * and its worker has passed the place from which the others account for its feed: they do so from the end on, so that no
 * record is left out between the two. Then the group is forgotten, which is how a restart knows that nothing is left.
 */
final class DelayedWorkers {
    /** An ended agreement's worker costs a thread and two connections; a few seconds more of it cost nothing. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Workplace place;
    private final WorkerSettings settings;
    private final Supplier<Map<TopicPartition, Long>> main;
    private final Map<AgreementId, EnforcementWorker> workers = new HashMap<>();
    private final NowAndThen looking;

    /** From where the others account for the feeds of ended agreements, at the latest. */
    private final Map<AgreementId, Map<TopicPartition, Long>> bounds = new HashMap<>();

    /** Ended agreements of which nothing is left to do. */
    private final Set<AgreementId> over = new HashSet<>();

    private Map<AgreementId, Holding> holding = Map.of();
    private boolean stopped;

    /** @param main how far the workers of agreements without delay have come */
    DelayedWorkers(Workplace place, WorkerSettings settings, Supplier<Map<TopicPartition, Long>> main) {
        this.place = place;
        this.settings = settings;
        this.main = main;
        this.looking = new NowAndThen(settings.id() + "-delay", LOOK, this::look);
    }

    /** Begins workers as the plans of now want it, and ends those of agreements that are not heard of any more. */
    synchronized void follow(Plans plans) {
        if (stopped) {
            return;
        }
        holding = Holding.all(plans);
        holding.forEach((agreement, stands) -> {
            if (stands == Holding.IN_FORCE) {
                workers.computeIfAbsent(agreement, this::begin);
            }
        });
        List<AgreementId> gone = new ArrayList<>(workers.keySet());
        gone.removeIf(each -> holding.getOrDefault(each, Holding.NOT_YET) != Holding.NOT_YET);
        gone.forEach(each -> workers.remove(each).leave());
    }

    /**
     * Asks the broker which workers of ended agreements are done; one that a restart interrupted goes on. How far the
     * others are is asked once, after the end was heard of.
     */
    void look() {
        Map<AgreementId, Holding> ended = ended();
        if (ended.isEmpty()) {
            return;
        }
        TopicKeeper topics = place.topics().keeper();
        ended.forEach((agreement, stands) -> {
            String group = WorkerSettings.delayed(agreement);
            Map<TopicPartition, Long> own = topics.committed(group);
            if (stands == Holding.ENDED && hasPassed(own, bounds.computeIfAbsent(agreement, each -> main.get()))) {
                leave(agreement);
                if (topics.forget(group)) {
                    over(agreement);
                }
            } else if (!own.isEmpty()) {
                goOn(agreement);
            }
        });
    }

    /** Whether the worker has accounted for everything up to there, wherever it has begun. */
    static boolean hasPassed(Map<TopicPartition, Long> own, Map<TopicPartition, Long> bound) {
        return own.entrySet().stream().allMatch(each -> each.getValue() >= bound.getOrDefault(each.getKey(), 0L));
    }

    synchronized boolean isWorking() {
        return workers.values().stream().allMatch(EnforcementWorker::isWorking);
    }

    /** Which agreements have a worker of their own now. */
    synchronized Set<AgreementId> working() {
        return Set.copyOf(workers.keySet());
    }

    /** @param inOrder whether what is open is committed and said; otherwise as a crash would */
    void stop(boolean inOrder) {
        looking.close();
        List<EnforcementWorker> all;
        synchronized (this) {
            stopped = true;
            all = List.copyOf(workers.values());
            workers.clear();
        }
        if (inOrder) {
            all.forEach(EnforcementWorker::leave);
        }
        all.forEach(inOrder ? EnforcementWorker::close : EnforcementWorker::kill);
    }

    /** Those of which something may be left to do. */
    private synchronized Map<AgreementId, Holding> ended() {
        Map<AgreementId, Holding> ended = new HashMap<>(holding);
        ended.values().removeIf(stands -> stands == Holding.NOT_YET || stands == Holding.IN_FORCE);
        ended.keySet().removeAll(over);
        return ended;
    }

    private synchronized void leave(AgreementId agreement) {
        EnforcementWorker worker = workers.remove(agreement);
        if (worker != null) {
            worker.leave();
        }
    }

    private synchronized void over(AgreementId agreement) {
        over.add(agreement);
        bounds.remove(agreement);
    }

    private synchronized void goOn(AgreementId agreement) {
        if (!stopped) {
            workers.computeIfAbsent(agreement, this::begin);
        }
    }

    private EnforcementWorker begin(AgreementId agreement) {
        return new EnforcementWorker(
                place, settings.holdingBack(agreement), () -> new DelayedAgreement(agreement, main));
    }
}
