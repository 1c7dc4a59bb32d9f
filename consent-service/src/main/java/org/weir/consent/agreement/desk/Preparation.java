package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.SharedTopics;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.agreement.AgreementDocument;

/** Makes ready what records need before the first enforcer hears of an agreement: shared topics and the secret key. */
@ApplicationScoped
public class Preparation {
    private final KnownFeeds feeds;
    private final SharedTopics topics;
    private final KeyDirectory keys;

    Preparation(KnownFeeds feeds, TopicKeeper topics, KeyDirectory keys, ConsentSettings settings) {
        this.feeds = feeds;
        this.topics = new SharedTopics(topics, feeds, settings.topics().recordedBytes());
        this.keys = keys;
    }

    /**
     * Prepares whatever the text covers; done twice it changes nothing.
     *
     * @param keyEpoch which of the agreement's keys counts
     */
    public void prepare(AgreementDocument document, int keyEpoch) {
        for (KnownFeed feed : covered(document)) {
            prepare(document, feed);
        }
        if (!document.obligations().isEmpty()) {
            keys.createWhereMissing(document.uid(), document.purpose(), keyEpoch);
        }
    }

    /** Prepares the shared topic of one feed. */
    public void prepare(AgreementDocument document, KnownFeed feed) {
        topics.keep(document, feed.id());
    }

    private List<KnownFeed> covered(AgreementDocument document) {
        if (!document.runs()) {
            return List.of();
        }
        return document.target().feed() != null
                ? feeds.find(document.target().feed()).stream().toList()
                : feeds.of(document.assigner()).stream()
                        .filter(feed -> document.covers(feed.id()))
                        .toList();
    }
}
