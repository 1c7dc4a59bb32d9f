package org.weir.dashboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.Shared;
import org.weir.schemas.topic.TopicDeclaration;
import org.weir.schemas.topic.Topics;

/** Makes the topics that this service writes. */
@ApplicationScoped
public class MetricTopics {
    private static final Logger LOG = Logger.getLogger(MetricTopics.class);
    /** A tombstoned value is compacted away within a day, long before any destruction is due. */
    static final String GONE_WITHIN_MS = Long.toString(TimeUnit.DAYS.toMillis(1));

    private static final long TRY_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final Shared shared;
    private final DashboardConfig config;

    MetricTopics(Shared shared, DashboardConfig config) {
        this.shared = shared;
        this.config = config;
    }

    /** Returns when the topics are there, or when it is told to stop. */
    void awaitMade(BooleanSupplier stop) {
        while (!stop.getAsBoolean() && !made(Topics.TRIP_RUNS)) {
            LockSupport.parkNanos(TRY_AGAIN);
        }
    }

    private static Map<String, String> settings(TopicDeclaration topic) {
        Map<String, String> settings = new HashMap<>(topic.settings());
        settings.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, GONE_WITHIN_MS);
        return settings;
    }

    private boolean made(TopicDeclaration topic) {
        try (Admin admin = Admin.create(shared.broker())) {
            NewTopic wanted = new NewTopic(
                            topic.pattern(), topic.partitions(), config.topics().replication())
                    .configs(settings(topic));
            admin.createTopics(List.of(wanted)).all().get(10, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            LOG.warnf("The broker did not make topic=%s; trying again", topic.pattern());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.TimeoutException | org.apache.kafka.common.KafkaException e) {
            LOG.warnf("The broker does not answer; trying again");
            return false;
        }
    }
}
