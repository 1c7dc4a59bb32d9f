package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/**
 * Keeps the hub's newest notice the last one under each agreement in topic {@code obligations}, which recipients write too:
 * whatever one of them writes under an agreement's key, be it nothing or an older notice of the hub's own, would hide an
 * end. Notices of before they were signed are renewed by the same way when the hub starts.
 */
@Singleton
class StandingNotices extends StandingWords {
    static final String METER = "weir.notices.renewed";

    private final AgreementStore store;
    private final AgreementPublisher publisher;

    StandingNotices(
            AgreementStore store,
            AgreementPublisher publisher,
            KafkaSettings kafka,
            TopicKeeper topics,
            SigningKey key,
            MeterRegistry meters) {
        super(
                kafka,
                topics,
                Topics.OBLIGATIONS,
                "consent-notices",
                record -> SealedNotice.epoch(record, key),
                meters.counter(METER));
        this.store = store;
        this.publisher = publisher;
    }

    @Override
    Map<String, String> kept() {
        return store.publishedNotices();
    }

    @Override
    void publish(Map<String, String> words) {
        publisher.publishNotices(words);
    }
}
