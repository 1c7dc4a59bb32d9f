package org.weir.consent.topic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/** The registered feeds, as the topic {@code feeds} tells of them. */
public final class KnownFeeds implements FeedDirectory, FeedRegister, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(KnownFeeds.class);
    /** A feed may have been registered a moment ago: so long is the topic asked before it is said not to exist. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, KnownFeed> feeds = new ConcurrentHashMap<>();
    private volatile Map<FeedId, KnownFeed> all = Map.of();
    private final FollowedTopic topic;

    public KnownFeeds(KafkaSettings kafka, String group) {
        topic = new FollowedTopic(kafka, Topics.FEEDS.pattern(), group, this::handle);
    }

    @Override
    public Optional<KnownFeed> find(FeedId feed) {
        KnownFeed known = feeds.get(feed.value());
        if (known == null && topic.catchUp(PATIENCE)) {
            known = feeds.get(feed.value());
        }
        return Optional.ofNullable(known);
    }

    @Override
    public List<KnownFeed> of(AgencyId agency) {
        return all.values().stream()
                .filter(feed -> feed.id().agency().equals(agency))
                .sorted(Comparator.comparing(KnownFeed::id))
                .toList();
    }

    @Override
    public boolean catchUp(Duration atMost) {
        return topic.catchUp(atMost);
    }

    @Override
    public Map<FeedId, KnownFeed> all() {
        return all;
    }

    /** What is known now, without asking further: for those who look again whenever a feed has changed. */
    @Override
    public Optional<KnownFeed> known(FeedId feed) {
        return Optional.ofNullable(all.get(feed));
    }

    /** In which zone a feed's days are counted: its agency's, as far as is known now; else UTC. */
    public ZoneId zoneOf(FeedId feed) {
        return known(feed).map(KnownFeed::timezone).orElse(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        topic.close();
    }

    void handle(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                take(record);
            } catch (RuntimeException e) {
                // One record must not cost the ones behind it.
                LOG.warnf("An announcement of a feed cannot be taken; offset=%d", record.offset());
            }
        }
        all = feeds.values().stream().collect(Collectors.toUnmodifiableMap(KnownFeed::id, feed -> feed));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            LOG.warnf("An announcement names no feed and is passed over; offset=%d", record.offset());
            return;
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        Optional<KnownFeed> feed = read(id, record.value());
        if (feed.isPresent()) {
            feeds.put(id, feed.get());
        } else {
            feeds.remove(id);
        }
    }

    private static Optional<KnownFeed> read(String id, byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            FeedAnnouncement feed = Json.TOLERANT.readValue(value, FeedAnnouncement.class);
            if (!feed.id().value().equals(id)) {
                throw new IllegalArgumentException("The announcement is not that of its key.");
            }
            ZoneId timezone = feed.timezone() == null ? ZoneOffset.UTC : feed.timezone();
            return FeedContract.shipped(feed.contract())
                    .map(contract -> new KnownFeed(
                            feed.id(), feed.title(), feed.agencyName(), contract, feed.recorded(), timezone));
        } catch (IOException | RuntimeException e) {
            LOG.warnf("An announcement of a feed cannot be read and is taken for none; feed=%s", id);
            return Optional.empty();
        }
    }
}
