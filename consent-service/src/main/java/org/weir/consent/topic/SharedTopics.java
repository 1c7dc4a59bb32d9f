package org.weir.consent.topic;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.Topics;

/** Makes shared topics ready: with as many partitions as the raw topic, and kept no longer than was agreed. */
public final class SharedTopics {
    private final TopicKeeper topics;
    private final FeedRegister feeds;
    private final long recordedBytes;
    private final Map<String, Map<String, String>> applied = new ConcurrentHashMap<>();

    /** @param recordedBytes how much each partition keeps of a feed that replays the past */
    public SharedTopics(TopicKeeper topics, FeedRegister feeds, long recordedBytes) {
        this.topics = topics;
        this.feeds = feeds;
        this.recordedBytes = recordedBytes;
    }

    /** How long an agreement lets a feed's records be kept, as the topic's settings. */
    public Map<String, String> kept(AgreementDocument document, FeedId feed) {
        var known = feeds.all().get(feed);
        return known != null && known.recorded()
                ? Topics.SHARED.keptBySize(recordedBytes)
                : Topics.SHARED.keptFor(Duration.ofDays(document.retentionDays()));
    }

    /** Makes the shared topic where it is missing, and has it forget as agreed. */
    public void keep(AgreementDocument document, FeedId feed) {
        String topic = Topics.shared(document.assignee(), document.uid(), feed);
        Map<String, String> wanted = kept(document, feed);
        int partitions = topics.partitions(Topics.raw(feed)).orElse(Topics.RAW.partitions());
        topics.keep(topic, partitions, wanted);
        applied.put(topic, wanted);
    }

    /** The same where this process has not done it yet, or the feed or the agreement has changed since. */
    public void ready(AgreementDocument document, FeedId feed) {
        String topic = Topics.shared(document.assignee(), document.uid(), feed);
        if (!kept(document, feed).equals(applied.get(topic))) {
            keep(document, feed);
        }
    }

    /** Looks at every topic anew, for one may have been deleted. */
    public void doubt() {
        applied.clear();
    }

    public TopicKeeper keeper() {
        return topics;
    }
}
