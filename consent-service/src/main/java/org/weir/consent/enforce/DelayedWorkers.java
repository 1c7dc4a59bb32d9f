package org.weir.consent.enforce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.Plans;
import org.weir.schemas.id.AgreementId;

/**
 * Keeps a worker for each agreement that holds records back, from its first plan on, also when it is closed: it has its
 * own place in the feed, ahead of or behind the other workers', and one of those could not go on there without leaving
 * records out or counting them twice.
 */
final class DelayedWorkers {
    private final Workplace place;
    private final WorkerSettings settings;
    private final Supplier<Map<TopicPartition, Long>> main;
    private final Map<AgreementId, EnforcementWorker> workers = new HashMap<>();
    private boolean stopped;

    /** @param main how far the workers of agreements without delay have come */
    DelayedWorkers(Workplace place, WorkerSettings settings, Supplier<Map<TopicPartition, Long>> main) {
        this.place = place;
        this.settings = settings;
        this.main = main;
    }

    /** Begins and ends workers as the plans of now want it. */
    synchronized void follow(Plans plans) {
        if (stopped) {
            return;
        }
        Set<AgreementId> wanted = wanted(plans);
        for (AgreementId each : wanted) {
            workers.computeIfAbsent(each, this::begin);
        }
        List<AgreementId> over = new ArrayList<>(workers.keySet());
        over.removeAll(wanted);
        over.forEach(each -> workers.remove(each).leave());
    }

    /** Which agreements have a worker of their own. */
    static Set<AgreementId> wanted(Plans plans) {
        Set<AgreementId> wanted = new HashSet<>();
        for (CompiledPlan[] each : plans.all()) {
            for (CompiledPlan plan : each) {
                if (plan.delivery().delay() != null) {
                    wanted.add(plan.agreement());
                }
            }
        }
        return wanted;
    }

    synchronized boolean isWorking() {
        return workers.values().stream().allMatch(EnforcementWorker::isWorking);
    }

    /** @param inOrder whether what is open is committed and said; otherwise as a crash would */
    void stop(boolean inOrder) {
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

    private EnforcementWorker begin(AgreementId agreement) {
        return new EnforcementWorker(
                place, settings.holdingBack(agreement), () -> new DelayedAgreement(agreement, main));
    }
}
