package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.topic.Topics;

/**
 * Keeps the newest change the last one under each agreement in topic {@code agreements}. A process of the hub that stood
 * still, and whose hold on the rows ended with its database session, can wake up and write an older change behind a newer
 * one. Enforcers that run pass over it; one that starts after the topic was compacted would find nothing else.
 */
@ApplicationScoped
class StandingAgreements implements Beat {
    static final String METER = "weir.agreements.renewed";

    private final Supplier<StandingWords> begin;
    private volatile StandingWords words;

    StandingAgreements(
            AgreementStore store,
            AgreementPublisher publisher,
            KafkaSettings kafka,
            TopicKeeper topics,
            MeterRegistry meters) {
        this.begin = () -> {
            topics.create(Topics.AGREEMENTS);
            return new StandingWords(
                    kafka,
                    Topics.AGREEMENTS.pattern(),
                    "consent-agreements",
                    new LastWords(AgreementPublisher::epoch),
                    store::publishedRecords,
                    publisher::publishRecords,
                    meters.counter(METER));
        };
    }

    void start(@Observes StartupEvent started) {
        words = begin.get();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (words != null) {
            words.close();
        }
    }

    @Override
    public void beat() {
        if (words != null) {
            words.beat();
        }
    }
}
