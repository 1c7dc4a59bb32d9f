package org.weir.consent.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/** The plans of now, compiled from the topic {@code agreements} as it grows. One for all workers of a process. */
public final class FollowedPlans implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowedPlans.class);

    private final PlanCompiler compiler;
    private final IntSupplier feedsVersion;
    private final Map<String, Standing> standings = new HashMap<>();
    private final FollowedTopic topic;
    private long epoch;
    private volatile int compiledFor;
    private volatile Plans plans = Plans.NONE;

    /** The last that was heard of an agreement; the record is null where it cannot be read, the plan for a draft. */
    private record Standing(long epoch, FeedId feed, AgreementRecord record, CompiledPlan plan) {}

    /** @param feedsVersion changes whenever a feed does: the plans are then compiled anew */
    public FollowedPlans(KafkaSettings kafka, PlanCompiler compiler, IntSupplier feedsVersion, String group) {
        this.compiler = compiler;
        this.feedsVersion = feedsVersion;
        this.topic = new FollowedTopic(kafka, Topics.AGREEMENTS.pattern(), group, this::handle);
    }

    /** The plans of now. */
    public Plans plans() {
        if (feedsVersion.getAsInt() != compiledFor) {
            compileAnew();
        }
        return plans;
    }

    /** Whether the plans of now hold every change that was made up to some moment within the lease. */
    public boolean isFreshWithin(Duration lease) {
        return topic.isFreshWithin(lease);
    }

    /** Waits until the plans hold every change that was made before the call. */
    public boolean catchUp(Duration atMost) {
        return topic.catchUp(atMost);
    }

    @Override
    public void close() {
        topic.close();
    }

    private synchronized void compileAnew() {
        compiledFor = feedsVersion.getAsInt();
        standings.replaceAll((id, s) -> s.plan == null || s.record == null
                ? s
                : new Standing(s.epoch, s.feed, s.record, compiler.compile(s.record, s.feed)));
        publish();
    }

    private synchronized void handle(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                standings.remove(id);
            } else {
                take(id, record.value());
            }
        }
        publish();
    }

    private void publish() {
        plans = Plans.of(
                epoch,
                standings.values().stream()
                        .filter(s -> s.plan != null)
                        .map(Standing::plan)
                        .toList());
    }

    private void take(String id, byte[] value) {
        Standing before = standings.get(id);
        Standing now;
        try {
            now = understood(id, Json.STRICT.readValue(value, AgreementRecord.class));
        } catch (IOException | RuntimeException e) {
            LOG.errorf("An agreement cannot be read; everything under it is withheld; agreement=%s", id);
            now = unreadable(id, value, before);
        }
        // A change that comes again, or late, changes nothing.
        if (now != null && (before == null || now.epoch >= before.epoch)) {
            standings.put(id, now);
            epoch = Math.max(epoch, now.epoch);
        }
    }

    private Standing understood(String id, AgreementRecord record) {
        if (record.state() == null || !record.document().uid().value().equals(id)) {
            throw new IllegalArgumentException("The record is not that of its key.");
        }
        FeedId feed = record.document().target().feed();
        CompiledPlan plan = record.state() == AgreementState.DRAFT ? null : compiler.compile(record, feed);
        return new Standing(record.epoch(), Objects.requireNonNull(feed), record, plan);
    }

    /** Whose records are withheld: those of the feed that can still be made out, or else that was named before. */
    private static Standing unreadable(String id, byte[] value, Standing before) {
        long epoch = before == null ? 0 : before.epoch;
        FeedId feed = before == null ? null : before.feed;
        try {
            JsonNode tree = Json.TOLERANT.readTree(value);
            // Never back: what cannot be read is not passed over as if it were an old change.
            epoch = Math.max(epoch, tree.path("epoch").asLong(epoch));
            feed = FeedId.of(
                    tree.path("document").path("target").path("feed").asText(feed == null ? "" : feed.value()));
        } catch (IOException | RuntimeException e) {
            // Nothing can be made out; what was known before stands.
        }
        try {
            AgreementId agreement = new AgreementId(id);
            return feed == null
                    ? null
                    : new Standing(epoch, feed, null, CompiledPlan.unreadable(feed, agreement, epoch));
        } catch (IllegalArgumentException e) {
            // No agreement can have that key, and none of any feed is affected.
            return null;
        }
    }
}
