package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** Tells the other services of registered feeds. */
@ApplicationScoped
public class Announcer {
    private final FeedTopics topics;
    private final RecordSender sender;
    private final ObjectMapper json;
    private final Map<FeedId, FeedAnnouncement> untold = new ConcurrentHashMap<>();

    Announcer(FeedTopics topics, RecordSender sender, ObjectMapper json) {
        this.topics = topics;
        this.sender = sender;
        this.json = json;
    }

    /**
     * Ends when the broker has acknowledged; fails with {@code unavailable} where it does not in time. Then the feed
     * stays among those that {@link #again} tells of.
     */
    public CompletionStage<Void> announce(FeedAnnouncement feed) {
        untold.put(feed.id(), feed);
        byte[] key = feed.id().value().getBytes(UTF_8);
        return sender.send(new ProducerRecord<>(Topics.FEEDS.pattern(), key, value(feed)))
                .handle((acknowledged, fault) -> {
                    if (fault != null) {
                        throw new Refusal(
                                ErrorCode.UNAVAILABLE,
                                "The feed is registered; the other services are told as soon as the broker answers.");
                    }
                    untold.remove(feed.id(), feed);
                    return null;
                });
    }

    /** Leaves an announcement to {@link #again}: the broker is known to be away. */
    public void later(FeedAnnouncement feed) {
        untold.put(feed.id(), feed);
    }

    /** Announces what the broker has not acknowledged yet. Blocks while it looks for the topic. */
    public void again() {
        if (untold.isEmpty()) {
            return;
        }
        try {
            topics.announcements();
        } catch (Refusal away) {
            return;
        }
        List.copyOf(untold.values()).forEach(this::announce);
    }

    private byte[] value(FeedAnnouncement feed) {
        try {
            return json.writeValueAsBytes(feed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An announcement is plain data.", e);
        }
    }
}
