package org.weir.consent.enforce;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KnownFeeds;
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
    private final ConsentSettings.Enforcer settings;
    private final EnforcementMeters meters;
    private final Clock clock;
    private FollowedPlans plans;

    Enforcer(
            KafkaSettings kafka,
            KnownFeeds feeds,
            TopicKeeper topics,
            KeyDirectory keys,
            ConsentSettings settings,
            MeterRegistry registry,
            Clock clock) {
        this.kafka = kafka;
        this.feeds = feeds;
        this.topics = topics;
        this.keys = keys;
        this.settings = settings.enforcer();
        this.meters = new EnforcementMeters(registry);
        this.clock = clock;
    }

    /** Whether every worker works, or none should. */
    public boolean isWorking() {
        return workers.stream().allMatch(EnforcementWorker::isWorking);
    }

    void begin(@Observes StartupEvent started) {
        start();
    }

    void end(@Observes ShutdownEvent stopping) {
        stop(true);
    }

    void start() {
        if (!settings.enabled()) {
            return;
        }
        List.of(Topics.AGREEMENTS, Topics.ENFORCEMENT_STATUS, Topics.LEDGER).forEach(topics::create);
        plans = new FollowedPlans(kafka, new PlanCompiler(feeds::known, keys), feeds, "consent-plans");
        for (int n = 1; n <= settings.workers(); n++) {
            WorkerSettings each = new WorkerSettings(
                    WorkerSettings.GROUP + "-" + settings.id() + "-" + n,
                    settings.lease(),
                    settings.transaction(),
                    settings.linger(),
                    settings.compression());
            workers.add(new EnforcementWorker(kafka, each, plans, topics, meters, clock));
        }
    }

    /** @param inOrder whether what is open is committed and said; otherwise as a crash would */
    void stop(boolean inOrder) {
        workers.forEach(inOrder ? EnforcementWorker::close : EnforcementWorker::kill);
        workers.clear();
        if (plans != null) {
            plans.close();
        }
    }
}
