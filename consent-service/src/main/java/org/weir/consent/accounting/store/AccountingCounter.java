package org.weir.consent.accounting.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.accounting.SharedCounts;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KeptGoing;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.topic.SharedTopic;
import org.weir.schemas.topic.Topics;

/**
 * Counts what is shared, each record exactly once: the offset is kept with the counts. Processes share the topics among
 * them. It reads keys and times, never what a record says.
 */
@ApplicationScoped
class AccountingCounter {
    private static final Pattern SHARED = Pattern.compile(Pattern.quote(Topics.SHARED.prefix()) + ".+");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration FEEDS = Duration.ofSeconds(5);
    private static final int MOST = 5_000;

    /** How soon a new shared topic is found, milliseconds. */
    private static final int NEW_TOPICS_MS = 3_000;

    private final KafkaSettings kafka;
    private final KnownFeeds feeds;
    private final AccountingStore store;
    private final Duration retention;
    private final Clock clock;
    private final KeptGoing going =
            new KeptGoing("consent-accounting", "The accounting of what is shared", this::countWhatIsShared);
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private LocalDate forgotten = LocalDate.MIN;

    AccountingCounter(
            KafkaSettings kafka, KnownFeeds feeds, AccountingStore store, ConsentSettings settings, Clock clock) {
        this.kafka = kafka;
        this.feeds = feeds;
        this.store = store;
        this.retention = settings.accounting().retention();
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        going.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        going.stop();
    }

    private void countWhatIsShared() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            feeds.catchUp(FEEDS);
            count(consumer);
        }
    }

    private void count(KafkaConsumer<byte[], byte[]> consumer) {
        next.clear();
        consumer.subscribe(SHARED, new Places(consumer));
        while (!going.stopping()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            boolean added = records.isEmpty() ? passMarkers(consumer) : add(records);
            if (!added) {
                // Another process counted some of it; go on where the counts are.
                consumer.assignment().forEach(each -> seek(consumer, each));
            }
            forget();
        }
    }

    private boolean add(ConsumerRecords<byte[], byte[]> records) {
        SharedCounts counts = new SharedCounts(feeds::zoneOf);
        List<AccountingStore.Stretch> read = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            SharedTopic topic = SharedTopic.of(partition.topic());
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                counts.add(topic, record.key(), record.timestamp());
            }
            long to = records.nextOffsets().get(partition).offset();
            read.add(new AccountingStore.Stretch(partition, next.get(partition), to));
        }
        return move(read, counts);
    }

    /** A transaction's last mark lies behind its last record: until it is passed, nobody can tell that all is counted. */
    private boolean passMarkers(KafkaConsumer<byte[], byte[]> consumer) {
        List<AccountingStore.Stretch> passed = new ArrayList<>();
        next.forEach((partition, at) -> {
            long position = consumer.position(partition);
            if (position > at) {
                passed.add(new AccountingStore.Stretch(partition, at, position));
            }
        });
        return passed.isEmpty() || move(passed, new SharedCounts(feeds::zoneOf));
    }

    private boolean move(List<AccountingStore.Stretch> read, SharedCounts counts) {
        boolean added = store.add(read, counts);
        if (added) {
            read.forEach(stretch -> next.put(stretch.partition(), stretch.to()));
        }
        return added;
    }

    private void seek(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        long at = store.progress(partition);
        next.put(partition, at);
        consumer.seek(partition, at);
    }

    /** Once a day. */
    private void forget() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.isAfter(forgotten)) {
            store.forget(today.minusDays(retention.toDays()));
            forgotten = today;
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka.consumer("consent-accounting"));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NEW_TOPICS_MS);
        return settings;
    }

    private final class Places implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        Places(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(each -> seek(consumer, each));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(next::remove);
        }
    }
}
