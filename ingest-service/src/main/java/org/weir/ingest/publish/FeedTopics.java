package org.weir.ingest.publish;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.weir.ingest.IngestConfig;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.TopicDeclaration;
import org.weir.schemas.topic.Topics;

/** Creates the topics that ingest writes, as {@link Topics} declares them. Blocks; doing it again changes nothing. */
@ApplicationScoped
public class FeedTopics {
    private static final int PATIENCE_SECONDS = 10;

    private final Admin admin;
    private final IngestConfig.TopicsConfig config;

    FeedTopics(@Identifier("default-kafka-broker") Map<String, Object> kafka, IngestConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-topics");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 2);
        this.admin = Admin.create(settings);
        this.config = config.topics();
    }

    /**
     * Makes sure of the topic of announcements.
     *
     * @throws Refusal {@code unavailable} where the broker does not answer
     */
    public void announcements() {
        create(Topics.FEEDS.pattern(), Topics.FEEDS, Topics.FEEDS.settings());
    }

    /** Makes sure of a feed's raw and quarantine topics, and that the raw one forgets as the feed needs it. */
    public void of(FeedId feed, boolean keptBySize) {
        Map<String, String> settings =
                keptBySize ? Topics.RAW.keptBySize(config.recordedSize().asLongValue()) : Topics.RAW.settings();
        if (!create(Topics.raw(feed), Topics.RAW, settings)) {
            alter(Topics.raw(feed), keptBySize ? settings : live(settings));
        }
        create(Topics.quarantine(feed), Topics.QUARANTINE, Topics.QUARANTINE.settings());
    }

    private static Map<String, String> live(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("retention.bytes", "-1");
        return all;
    }

    private boolean create(String name, TopicDeclaration declared, Map<String, String> settings) {
        NewTopic topic = new NewTopic(name, Optional.of(declared.partitions()), Optional.of(config.replication()))
                .configs(settings);
        try {
            await(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw away();
        }
    }

    private void alter(String name, Map<String, String> settings) {
        Collection<AlterConfigOp> changes = settings.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            await(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), changes))
                    .all());
        } catch (ExecutionException e) {
            throw away();
        }
    }

    private static void await(KafkaFuture<Void> future) throws ExecutionException {
        try {
            future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static Refusal away() {
        return new Refusal(ErrorCode.UNAVAILABLE, "The broker does not answer.");
    }

    @PreDestroy
    void close() {
        admin.close();
    }
}
