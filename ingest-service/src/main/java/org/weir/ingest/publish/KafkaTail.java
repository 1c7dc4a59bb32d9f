package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.weir.ingest.IngestConfig;
import org.weir.ingest.health.FeedHealth;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.topic.Topics;

/** Reads back a feed's topics from the broker. */
@ApplicationScoped
public class KafkaTail implements FeedTail {
    private final FeedTopics topics;
    private final TopicReader reader;
    private final int remembered;

    KafkaTail(FeedTopics topics, TopicReader reader, IngestConfig config) {
        this.topics = topics;
        this.reader = reader;
        this.remembered = config.publish().remembered();
    }

    @Override
    public void read(FeedId feed, Lane lane, Instant since, boolean again, FeedHealth health, Reader into) {
        topics.of(feed, lane.keptBySize());
        readRaw(feed, lane, since, again ? health.rawEnds() : Map.of(), health, into);
        readQuarantine(feed, since, health, into);
    }

    private void readRaw(
            FeedId feed, Lane lane, Instant since, Map<Integer, Long> known, FeedHealth health, Reader into) {
        long oldest = lane.anyAge() ? Long.MIN_VALUE : since.toEpochMilli();
        TopicReader.Start start = log -> {
            Long from = known.get(log.partition());
            if (from != null) {
                return Math.min(from, log.end());
            }
            long matters = lane.anyAge()
                    ? log.end() - remembered / Topics.RAW.partitions()
                    : Math.min(log.at(since.toEpochMilli()), log.end() - 1);
            return Math.max(log.begin(), matters);
        };
        reader.read(Topics.raw(feed), start, record -> {
                    // Days that are over may stand between what is live, and would crowd it out of memory.
                    if (record.timestamp() >= oldest) {
                        into.published(new String(record.key(), UTF_8), record.timestamp() / 1000);
                    }
                    health.published(record.timestamp());
                })
                .forEach(health::rawUpTo);
    }

    private void readQuarantine(FeedId feed, Instant since, FeedHealth health, Reader into) {
        TopicReader.Start start =
                log -> Math.max(log.begin(), Math.min(health.quarantineNext(), log.at(since.toEpochMilli())));
        reader.read(Topics.quarantine(feed), start, record -> {
                    String code = text(record, Headers.CODE);
                    // The consent service quarantines here too, under this code; its ledger counts those.
                    if (code != null && !code.equals(ErrorCode.ENFORCEMENT_FAILED.code())) {
                        into.refused(text(record, Headers.ID));
                        health.quarantined(record.offset(), code);
                    }
                })
                .values()
                .forEach(health::quarantineUpTo);
    }

    static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
