package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;
import org.weir.schemas.topic.Topics;

/** Tells the other services of registered feeds. */
@ApplicationScoped
public class Announcer {
    private final RecordSender sender;
    private final ObjectMapper json;

    Announcer(RecordSender sender, ObjectMapper json) {
        this.sender = sender;
        this.json = json;
    }

    /** Ends when the broker has acknowledged; fails with {@code unavailable} where it does not in time. */
    public CompletionStage<Void> announce(FeedAnnouncement feed) {
        byte[] key = feed.id().value().getBytes(UTF_8);
        return sender.send(new ProducerRecord<>(Topics.FEEDS.pattern(), key, value(feed)))
                .handle((acknowledged, fault) -> {
                    if (fault != null) {
                        throw new Refusal(
                                ErrorCode.UNAVAILABLE,
                                "The feed is registered, but the other services could not be told yet.");
                    }
                    return null;
                });
    }

    private byte[] value(FeedAnnouncement feed) {
        try {
            return json.writeValueAsBytes(feed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An announcement is plain data.", e);
        }
    }
}
