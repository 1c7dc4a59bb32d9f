package org.weir.consent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

/** A feed as ingest-service would run it: announced, its raw topic there, records with ingest's headers. */
public final class TestFeed implements AutoCloseable {
    private static final KafkaSettings KAFKA =
            KafkaSettings.at(TestStack.shared().bootstrapServers());

    private final FeedId id;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(oneAtATime());

    public TestFeed(String agency) {
        this(agency, Topics.RAW.partitions());
    }

    /** With fewer partitions than usual, where a test needs a great many topics. */
    public TestFeed(String agency, int partitions) {
        this(FeedId.of(agency + ".vehicle-positions"), partitions);
    }

    /** A feed of that whole id, e.g. another one of an agency. */
    public static TestFeed of(String id) {
        return new TestFeed(FeedId.of(id), Topics.RAW.partitions());
    }

    private TestFeed(FeedId id, int partitions) {
        this.id = id;
        create(Topics.FEEDS.pattern(), 1, Topics.FEEDS.settings());
        create(Topics.raw(id), partitions, Topics.RAW.keptBySize(1 << 28));
        FeedAnnouncement announcement = new FeedAnnouncement(
                id,
                "Buses of " + id.agency(),
                "Agency " + id.agency(),
                ZoneId.of("America/New_York"),
                FeedContract.VEHICLE_POSITIONS,
                "1.0.0",
                null,
                true,
                Instant.parse("2026-01-01T00:00:00Z"));
        producer.send(new ProducerRecord<>(Topics.FEEDS.pattern(), id.value(), Json.bytes(announcement)));
        producer.flush();
    }

    public FeedId id() {
        return id;
    }

    /** Publishes positions {@code from … to-1} of fifty vehicles. */
    public void positions(int from, int to) {
        IntStream.range(from, to)
                .forEach(n -> send("bus-" + n % 50, Positions.of("bus-" + n % 50, n), Positions.TIME + n));
        producer.flush();
    }

    /** Publishes whatever bytes. */
    public void send(String key, byte[] value, long seconds) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.raw(id), null, seconds * 1000, key, value);
        record.headers()
                .add("ce_specversion", "1.0".getBytes(StandardCharsets.UTF_8))
                .add("ce_id", ("raw-" + key).getBytes(StandardCharsets.UTF_8))
                .add("ce_source", "/feeds/secret".getBytes(StandardCharsets.UTF_8))
                .add("ce_subject", String.valueOf(key).getBytes(StandardCharsets.UTF_8))
                .add("weir_secret", "must not leak".getBytes(StandardCharsets.UTF_8));
        producer.send(record);
    }

    public void flush() {
        producer.flush();
    }

    /** Everything committed to a topic so far, by partition and offset; none where there is no such topic. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return CommittedRecords.read(KAFKA, topic);
    }

    public static void create(String topic, int partitions, Map<String, String> settings) {
        try (Admin admin = Admin.create(KAFKA.common())) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * To a topic that is new, the first batches may find its leader not there yet and be sent again behind later ones:
     * the broker then refuses all of them as out of order, until their time is over, and the records are lost. With one
     * request under way at a time nothing is overtaken.
     */
    private static Map<String, Object> oneAtATime() {
        Map<String, Object> settings = KAFKA.producer("test-feed");
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return settings;
    }

    @Override
    public void close() {
        producer.close();
    }
}
