package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.SharedTopics;
import org.weir.consent.topic.TopicKeeper;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.schemas.agreement.AgreementDocument;

/** Makes ready what records need before the first enforcer hears of an agreement: shared topics and the secret key. */
@ApplicationScoped
public class Preparation {
    private static final Logger LOG = Logger.getLogger(Preparation.class);

    private final KnownFeeds feeds;
    private final SharedTopics topics;
    private final KeyDirectory keys;

    Preparation(KnownFeeds feeds, TopicKeeper topics, KeyDirectory keys, ConsentSettings settings) {
        this.feeds = feeds;
        this.topics = new SharedTopics(topics, feeds, settings.topics().recordedBytes());
        this.keys = keys;
    }

    /**
     * Prepares a text that comes into force in an agreement's place; done twice it changes nothing. A key that the
     * agreement has needed before is not made again: with another, every pseudonym would change unseen. Enforcers
     * withhold until it is restored.
     */
    public void inForce(Agreement agreement, AgreementDocument document) {
        topics(document);
        if (isKeyed(document) && !agreement.hasNeededKey(document.purpose())) {
            keys.createWhereMissing(document.uid(), document.purpose(), agreement.keyEpoch());
        } else if (isKeyed(document) && isMissing(document, agreement.keyEpoch())) {
            LOG.errorf(
                    "The key of an agreement is missing; restore the keystore, or rotate its keys; agreement=%s",
                    document.uid());
        }
    }

    /** Prepares the first text of an agreement that does not exist yet. */
    public void first(AgreementDocument document) {
        topics(document);
        nextKey(document, PseudonymKeys.FIRST_EPOCH);
    }

    /** Makes the key of that epoch, which no record has seen yet. */
    public void nextKey(AgreementDocument document, int keyEpoch) {
        if (isKeyed(document)) {
            keys.createWhereMissing(document.uid(), document.purpose(), keyEpoch);
        }
    }

    /** Prepares the shared topic of each feed that the text covers; no key, for whoever calls may call at any time. */
    public void topics(AgreementDocument document) {
        for (KnownFeed feed : covered(document)) {
            topics.keep(document, feed.id());
        }
    }

    private boolean isMissing(AgreementDocument document, int keyEpoch) {
        return keys.find(document.uid(), document.purpose(), keyEpoch).isEmpty();
    }

    private static boolean isKeyed(AgreementDocument document) {
        return !document.obligations().isEmpty();
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
