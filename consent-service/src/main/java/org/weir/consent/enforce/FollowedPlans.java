package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.FeedRegister;
import org.weir.consent.topic.FollowedTopic;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/** The plans of now, as the topics {@code agreements} and {@code feeds} tell. One for all workers of a process. */
public final class FollowedPlans implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowedPlans.class);

    /** An agreement that names a feed came after the feed: it is there as soon as the topic has been read so far. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A key that was restored lets records flow within this time; until then nobody is the worse for it. */
    private static final Duration KEYS_AGAIN = Duration.ofSeconds(2);

    private final PlanCompiler compiler;
    private final PlanBook book;
    private final FeedRegister feeds;
    private final FollowedTopic topic;
    private final NowAndThen missingKeys;
    private volatile Map<FeedId, KnownFeed> compiledFor = Map.of();
    private volatile Plans plans = Plans.NONE;
    private volatile Consumer<Plans> listener = changed -> {};

    public FollowedPlans(KafkaSettings kafka, PlanCompiler compiler, FeedRegister feeds, String group) {
        this.compiler = compiler;
        this.book = new PlanBook(compiler);
        this.feeds = feeds;
        this.topic = new FollowedTopic(kafka, Topics.AGREEMENTS.pattern(), group, this::handle);
        this.missingKeys = new NowAndThen(group + "-keys", KEYS_AGAIN, this::lookForKeys);
    }

    /** The plans of now. */
    public Plans plans() {
        if (feeds.all() != compiledFor) {
            compileForFeeds();
        }
        return plans;
    }

    /** Tells of the plans of now, and of each change, on the thread that takes it in; the listener returns soon. */
    void tell(Consumer<Plans> told) {
        listener = told;
        told.accept(plans());
    }

    /** Whether the plans of now hold every change that was made up to some moment within the lease. */
    public boolean isFreshWithin(Duration lease) {
        return topic.isFreshWithin(lease);
    }

    /** Waits until the plans hold every change and every feed that was there before the call. */
    public boolean catchUp(Duration atMost) {
        return feeds.catchUp(atMost) && topic.catchUp(atMost);
    }

    @Override
    public void close() {
        missingKeys.close();
        topic.close();
    }

    private synchronized void compileForFeeds() {
        Map<FeedId, KnownFeed> now = feeds.all();
        if (now == compiledFor) {
            return;
        }
        book.feeds(now);
        plans = book.plans();
        compiledFor = now;
        listener.accept(plans);
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        List<HeardAgreement> heard = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            heard.add(HeardAgreement.of(id, record.value()));
        }
        Map<FeedId, KnownFeed> known = feeds.all();
        if (heard.stream().anyMatch(each -> each.feed() != null && !known.containsKey(each.feed()))) {
            feeds.catchUp(PATIENCE);
        }
        compile(heard);
    }

    /** Files are looked at without holding up whoever asks for the plans. */
    private void lookForKeys() {
        List<AgreementId> come = lacking().stream()
                .filter(compiler::keyIsThere)
                .map(record -> record.document().uid())
                .toList();
        if (!come.isEmpty()) {
            keysCame(come);
        }
    }

    private synchronized List<AgreementRecord> lacking() {
        return List.copyOf(book.withoutKey());
    }

    private synchronized void keysCame(List<AgreementId> agreements) {
        book.keysCame(agreements);
        plans = book.plans();
        LOG.infof("Keys that were missing are there; agreements=%s", agreements);
        listener.accept(plans);
    }

    private synchronized void compile(List<HeardAgreement> heard) {
        compileForFeeds();
        heard.forEach(book::take);
        plans = book.plans();
        listener.accept(plans);
    }
}
