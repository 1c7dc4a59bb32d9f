package org.weir.consent.enforce;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.HubKeys;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.SharedTopics;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.topic.Topics;

/** Starts and stops the workers of this process. */
@ApplicationScoped
public class Enforcer {
    private final List<EnforcementWorker> workers = new ArrayList<>();
    private final KafkaSettings kafka;
    private final KnownFeeds feeds;
    private final TopicKeeper topics;
    private final KeyDirectory keys;
    private final HubKeys hub;
    private final ConsentSettings settings;
    private final EnforcementMeters meters;
    private final DecisionClock clock;
    private FollowedPlans plans;
    private LedgerWatch ledger;
    private DelayedWorkers delayed;

    Enforcer(
            KafkaSettings kafka,
            KnownFeeds feeds,
            TopicKeeper topics,
            KeyDirectory keys,
            HubKeys hub,
            ConsentSettings settings,
            MeterRegistry registry,
            Clock clock) {
        this.kafka = kafka;
        this.feeds = feeds;
        this.topics = topics;
        this.keys = keys;
        this.hub = hub;
        this.settings = settings;
        this.clock = new DecisionClock(clock);
        this.meters = new EnforcementMeters(registry);
        meters.clock(this.clock);
    }

    /** Whether every worker works, or none should. */
    public boolean isWorking() {
        return workers.stream().allMatch(EnforcementWorker::isWorking) && (delayed == null || delayed.isWorking());
    }

    /** Why workers share nothing for now, with how many; empty where all do. */
    String resting() {
        return Stream.of("lease", "ledger")
                .filter(reason -> meters.resting(reason) > 0)
                .map(reason -> reason + " " + meters.resting(reason))
                .collect(Collectors.joining(", "));
    }

    void begin(@Observes StartupEvent started) {
        start();
    }

    void end(@Observes ShutdownEvent stopping) {
        stop(true);
    }

    void start() {
        if (!settings.enforcer().enabled()) {
            return;
        }
        List.of(Topics.AGREEMENTS, Topics.ENFORCEMENT_STATUS, Topics.LEDGER, Topics.LEDGER_CHECKPOINTS)
                .forEach(topics::create);
        plans = new FollowedPlans(kafka, new PlanCompiler(feeds::known, keys), feeds, "consent-plans");
        ledger = new LedgerWatch(kafka, settings.ledger().stall(), "consent-cover");
        Workplace place = new Workplace(
                KafkaClients.of(kafka),
                plans,
                new SharedTopics(topics, feeds, settings.topics().recordedBytes()),
                new OutputSeal(hub.commitments()),
                ledger,
                meters,
                clock);
        String process = WorkerSettings.GROUP + "-" + settings.enforcer().id();
        for (int n = 1; n <= settings.enforcer().workers(); n++) {
            workers.add(new EnforcementWorker(place, worker(process + "-" + n)));
        }
        delayed = new DelayedWorkers(place, worker(process), () -> topics.committed(WorkerSettings.GROUP));
        plans.tell(delayed::follow);
    }

    /** @param inOrder whether what is open is committed and said; otherwise as a crash would */
    void stop(boolean inOrder) {
        workers.forEach(inOrder ? EnforcementWorker::close : EnforcementWorker::kill);
        workers.clear();
        if (delayed != null) {
            delayed.stop(inOrder);
        }
        if (plans != null) {
            plans.close();
            ledger.close();
        }
    }

    private WorkerSettings worker(String id) {
        ConsentSettings.Enforcer each = settings.enforcer();
        return new WorkerSettings(
                id, WorkerSettings.GROUP, each.lease(), each.transaction(), each.linger(), each.compression());
    }
}
