package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.LedgerEntry.OffsetRange;
import org.weir.schemas.topic.Topics;

/** Which raw records the ledger accounts for, by itself: read from the topic, and held against what was published. */
final class AccountedOffsets implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Line, BitSet> lines = new HashMap<>();
    private final Map<Place, BitSet> anywhere = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    private record Place(FeedId feed, int partition) {}

    private record Line(Place place, String agreement) {}

    AccountedOffsets(KafkaSettings kafka) {
        consumer = new KafkaConsumer<>(kafka.consumer("accounted-offsets"));
        TopicPartition ledger = new TopicPartition(Topics.LEDGER.pattern(), 0);
        consumer.assign(List.of(ledger));
        consumer.seekToEnd(List.of(ledger));
        consumer.position(ledger);
    }

    /** Takes in what was committed since the last call. */
    void read() {
        for (var polled = consumer.poll(Duration.ofMillis(200));
                !polled.isEmpty();
                polled = consumer.poll(Duration.ofMillis(200))) {
            for (ConsumerRecord<byte[], byte[]> each : polled) {
                take(Json.own(new String(each.value(), StandardCharsets.UTF_8), LedgerEntry.class));
            }
        }
    }

    /** Records that were accounted for twice under one agreement. */
    List<String> twice() {
        return twice;
    }

    /** How many of a partition's records are accounted for, under whichever agreement or under none. */
    long accounted(FeedId feed, int partition) {
        BitSet offsets = anywhere.get(new Place(feed, partition));
        return offsets == null ? 0 : offsets.cardinality();
    }

    private void take(LedgerEntry entry) {
        for (OffsetRange range : entry.offsets()) {
            Place place = new Place(entry.feed(), range.partition());
            Line line = new Line(place, String.valueOf(entry.agreement()));
            BitSet before = lines.computeIfAbsent(line, l -> new BitSet());
            int from = Math.toIntExact(range.from());
            int to = Math.toIntExact(range.to());
            int known = before.nextSetBit(from);
            if (known >= 0 && known < to) {
                twice.add(line + " offset " + known);
            }
            before.set(from, to);
            anywhere.computeIfAbsent(place, p -> new BitSet()).set(from, to);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
