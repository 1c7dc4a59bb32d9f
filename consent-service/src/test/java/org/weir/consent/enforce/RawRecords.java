package org.weir.consent.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.weir.consent.topic.Json;
import org.weir.schemas.id.FeedId;

/** Raw records as scenario files say them. */
final class RawRecords {
    static final int PARTITION = 3;
    private static final long SOME_TIME = 1_760_000_000L;

    private RawRecords() {}

    /** A map is a record; a text is the bytes as they come. The event time is the record's {@code timestamp}. */
    static ConsumerRecord<byte[], byte[]> of(FeedId feed, long offset, JsonNode said) {
        byte[] value = said.isTextual() ? said.asText().getBytes(StandardCharsets.UTF_8) : Json.bytes(said);
        return new ConsumerRecord<>(
                "raw." + feed,
                PARTITION,
                offset,
                said.path("timestamp").asLong(SOME_TIME) * 1000,
                TimestampType.CREATE_TIME,
                7,
                value.length,
                "raw-key".getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
