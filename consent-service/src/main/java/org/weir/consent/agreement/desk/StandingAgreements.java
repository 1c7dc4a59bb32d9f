package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.topic.Topics;

/**
 * Keeps the newest change the last one under each agreement in topic {@code agreements}. A process of the hub that stood
 * still, and whose hold on the rows ended with its database session, can wake up and write an older change behind a newer
 * one. Enforcers that run pass over it; one that starts after the topic was compacted would find nothing else.
 */
@Singleton
class StandingAgreements extends StandingWords {
    static final String METER = "weir.agreements.renewed";

    private final AgreementStore store;
    private final AgreementPublisher publisher;

    StandingAgreements(
            AgreementStore store,
            AgreementPublisher publisher,
            KafkaSettings kafka,
            TopicKeeper topics,
            MeterRegistry meters) {
        super(kafka, topics, Topics.AGREEMENTS, "consent-agreements", AgreementPublisher::epoch, meters.counter(METER));
        this.store = store;
        this.publisher = publisher;
    }

    @Override
    Map<String, String> kept() {
        return store.publishedRecords();
    }

    @Override
    void publish(Map<String, String> words) {
        publisher.publishRecords(words);
    }
}
