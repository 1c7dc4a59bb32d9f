package org.weir.consent.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

class KnownFeedsTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    @Test
    void takesTheFeedsBehindARecordThatNamesNone() {
        // Given a broker that never answers: what is known is what is handed over here
        try (KnownFeeds feeds = new KnownFeeds(KafkaSettings.at("127.0.0.1:1"), "test")) {
            byte[] announcement = Json.bytes(new FeedAnnouncement(
                    FEED,
                    "Buses",
                    "Riverton",
                    ZoneId.of("America/New_York"),
                    FeedContract.VEHICLE_POSITIONS,
                    "1.0.0",
                    null,
                    true,
                    Instant.EPOCH));
            byte[] key = FEED.value().getBytes(StandardCharsets.UTF_8);

            // When
            feeds.handle(new ConsumerRecords<>(
                    Map.of(
                            new TopicPartition("feeds", 0),
                            List.of(
                                    new ConsumerRecord<>("feeds", 0, 0, (byte[]) null, announcement),
                                    new ConsumerRecord<>("feeds", 0, 1, key, announcement))),
                    Map.of()));

            // Then
            assertThat(feeds.find(FEED)).isPresent();
            assertThat(feeds.all()).containsOnlyKeys(FEED);
            assertThat(feeds.known(FEED)).isPresent();
        }
    }
}
