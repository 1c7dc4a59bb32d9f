package org.weir.dashboard;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.dashboard.trust.TestHub;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.TopicDeclaration;
import org.weir.schemas.topic.Topics;
import org.weir.stack.TestStack;

/** Writes what ingest-service and consent-service would write. */
final class TestTopics implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    static final RecipientId RECIPIENT = new RecipientId("city-planning");

    private final String broker;
    private final KafkaProducer<byte[], byte[]> producer;

    TestTopics() {
        this(TestStack.shared().bootstrapServers());
    }

    TestTopics(String broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void announce(FeedId feed, boolean recorded) throws Exception {
        create(Topics.FEEDS.pattern(), Topics.FEEDS);
        create(Topics.OBLIGATIONS.pattern(), Topics.OBLIGATIONS);
        FeedAnnouncement announcement = new FeedAnnouncement(
                feed,
                "Tiny buses",
                "Tiny Transit",
                ZoneId.of("America/New_York"),
                "gtfs-realtime-vehicle-positions",
                "1.0.0",
                null,
                recorded,
                Instant.EPOCH);
        send(Topics.FEEDS.pattern(), feed.value(), JSON.writeValueAsBytes(announcement), null);
    }

    void notice(FeedId feed, String agreement, AgreementState state, long epoch) throws Exception {
        byte[] notice = noticeOf(feed, agreement, state, epoch);
        send(Topics.OBLIGATIONS.pattern(), agreement, notice, null, TestHub.BELIEVED.signs(notice));
        create(Topics.shared(RECIPIENT, new AgreementId(agreement), feed), Topics.SHARED);
    }

    /** What another recipient writes, who may write that topic too: it has not the hub's signature. */
    void forgedNotice(FeedId feed, String agreement, AgreementState state, long epoch) throws Exception {
        send(Topics.OBLIGATIONS.pattern(), agreement, noticeOf(feed, agreement, state, epoch), null);
    }

    private static byte[] noticeOf(FeedId feed, String agreement, AgreementState state, long epoch) throws Exception {
        AgreementDocument document = new AgreementDocument(
                new AgreementId(agreement),
                1,
                AgreementDocument.PROFILE,
                "Tiny buses for planning",
                feed.agency(),
                RECIPIENT,
                null,
                "transit-planning",
                new Target(feed, "1.0.0", List.of("vehicle.id")),
                List.of(),
                null,
                null,
                30);
        boolean due = state == AgreementState.DESTRUCTION_DUE;
        AgreementNotice notice = new AgreementNotice(
                epoch,
                state,
                state.ended() ? AgreementState.REVOKED : null,
                document,
                Instant.EPOCH,
                due ? Instant.now().plusSeconds(3600) : null);
        return JSON.writeValueAsBytes(notice);
    }

    void share(FeedId feed, String agreement, VehiclePosition p) throws Exception {
        String topic = Topics.shared(RECIPIENT, new AgreementId(agreement), feed);
        send(topic, p.vehicleId(), PositionWriter.write(p), p.timestamp() * 1000);
    }

    /** The same without waiting for the broker; {@link #sent} does. */
    void shareSoon(FeedId feed, String agreement, VehiclePosition p) {
        String topic = Topics.shared(RECIPIENT, new AgreementId(agreement), feed);
        producer.send(new ProducerRecord<>(
                topic,
                null,
                p.timestamp() * 1000,
                p.vehicleId().getBytes(StandardCharsets.UTF_8),
                PositionWriter.write(p)));
    }

    void sent() {
        producer.flush();
    }

    /** How many records of a feed's shared topic a consumer group has not yet answered for by a commit. */
    long behind(String group, FeedId feed, String agreement) {
        String topic = Topics.shared(RECIPIENT, new AgreementId(agreement), feed);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (var part : admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()) {
                ends.put(new TopicPartition(topic, part.partition()), OffsetSpec.latest());
            }
            long behind = 0;
            for (var end : admin.listOffsets(ends).all().get().entrySet()) {
                var until = committed.get(end.getKey());
                behind += end.getValue().offset() - (until == null ? 0 : until.offset());
            }
            return behind;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void shareRubbish(FeedId feed, String agreement) throws Exception {
        String topic = Topics.shared(RECIPIENT, new AgreementId(agreement), feed);
        send(topic, "rubbish", "{not json".getBytes(StandardCharsets.UTF_8), 0L);
    }

    /** Writes a run as an instance of before would whose last write comes late. */
    void lateRun(String key, byte[] value) throws Exception {
        send(Topics.TRIP_RUNS.pattern(), key, value, null);
    }

    /** The same without waiting for the broker; {@link #sent} does. */
    void runSoon(String key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.TRIP_RUNS.pattern(), key.getBytes(StandardCharsets.UTF_8), value));
    }

    private void send(String topic, String key, byte[] value, Long time) throws Exception {
        send(topic, key, value, time, List.of());
    }

    private void send(String topic, String key, byte[] value, Long time, List<Header> headers) throws Exception {
        producer.send(new ProducerRecord<>(topic, null, time, key.getBytes(StandardCharsets.UTF_8), value, headers))
                .get();
    }

    private void create(String name, TopicDeclaration declared) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(name, declared.partitions(), (short) 1)
                            .configs(
                                    declared.retention().isZero()
                                            ? declared.settings()
                                            : declared.keptBySize(64 << 20))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
