package org.weir.dashboard.live.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.weir.dashboard.DashboardConfig;
import org.weir.dashboard.Shared;
import org.weir.dashboard.standing.Standings;
import org.weir.dashboard.trust.NoticeGate;
import org.weir.dashboard.trust.SignedNotices;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.topic.Topics;

/**
 * Keeps {@link Standings} as the topics {@code feeds} and {@code obligations} tell them, from their beginning; of the
 * second only what the hub signed.
 */
@ApplicationScoped
public class StandingsReader {
    private static final Logger LOG = Logger.getLogger(StandingsReader.class);
    private static final TopicPartition NOTICES = new TopicPartition(Topics.OBLIGATIONS.pattern(), 0);

    private final Standings standings;
    private final Shared shared;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Event<FeedAnnouncement> announced;
    private final Event<AgreementNotice> noticed;
    private final SignedNotices signed;
    private PollLoop loop;
    private NoticeGate gate;

    StandingsReader(
            Standings standings,
            Shared shared,
            ObjectMapper json,
            MeterRegistry meters,
            Event<FeedAnnouncement> announced,
            Event<AgreementNotice> noticed,
            SignedNotices signed) {
        this.standings = standings;
        this.shared = shared;
        this.json = json;
        this.meters = meters;
        this.announced = announced;
        this.noticed = noticed;
        this.signed = signed;
    }

    @Produces
    @Singleton
    static Standings standings(DashboardConfig config) {
        return new Standings(new RecipientId(config.recipient()));
    }

    void start(@Observes StartupEvent ignored) {
        loop = new PollLoop("standings", this::consumer, this::poll);
        loop.start();
    }

    void stop(@Observes ShutdownEvent ignored) {
        loop.stop();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = shared.broker();
        settings.put("client.id", "dashboard-standings");
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        // The topics may not exist yet: made by whoever owns them, noticed within a second.
        settings.put("allow.auto.create.topics", false);
        settings.put("metadata.max.age.ms", 1_000);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = List.of(new TopicPartition(Topics.FEEDS.pattern(), 0), NOTICES);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        gate = new NoticeGate(signed, consumer, NOTICES);
        return consumer;
    }

    private void poll(KafkaConsumer<byte[], byte[]> consumer) {
        gate.open();
        consumer.poll(PollLoop.WAIT).forEach(this::take);
        if (!standings.complete()) {
            look(consumer);
        }
    }

    /** Whether every notice has been read that was there when this service began. */
    private void look(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            long end = consumer.endOffsets(List.of(NOTICES), PollLoop.WAIT).get(NOTICES);
            if (consumer.position(NOTICES, PollLoop.WAIT) >= end) {
                standings.completed();
            }
        } catch (TimeoutException e) {
            LOG.debugf("The topic of notices is not there yet: %s", e.getMessage());
        }
    }

    /** What this or another recipient certified is for the hub. */
    private static boolean isCertificate(ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null && DestructionCertificate.isKey(new String(record.key(), StandardCharsets.UTF_8));
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || isCertificate(record)) {
            return;
        }
        try {
            if (record.topic().equals(Topics.FEEDS.pattern())) {
                FeedAnnouncement feed = json.readValue(record.value(), FeedAnnouncement.class);
                standings.announced(feed);
                announced.fire(feed);
            } else {
                gate.pass(record).filter(standings::noticed).ifPresent(noticed::fire);
            }
        } catch (IOException | RuntimeException e) {
            meters.counter("weir.dashboard.unreadable", "reason", record.topic())
                    .increment();
            LOG.warnf("A record of topic=%s at offset=%d could not be used", record.topic(), record.offset());
        }
    }
}
