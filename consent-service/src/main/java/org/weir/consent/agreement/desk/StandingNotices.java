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
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/**
 * Keeps the hub's newest notice the last one under each agreement in topic {@code obligations}, which recipients write too:
 * whatever one of them writes under an agreement's key, be it nothing or an older notice of the hub's own, would hide an
 * end. Notices of before they were signed are renewed by the same way when the hub starts.
 */
@ApplicationScoped
class StandingNotices implements Beat {
    static final String METER = "weir.notices.renewed";

    private final Supplier<StandingWords> begin;
    private volatile StandingWords words;

    StandingNotices(
            AgreementStore store,
            AgreementPublisher publisher,
            KafkaSettings kafka,
            TopicKeeper topics,
            SigningKey key,
            MeterRegistry meters) {
        this.begin = () -> {
            topics.create(Topics.OBLIGATIONS);
            return new StandingWords(
                    kafka,
                    Topics.OBLIGATIONS.pattern(),
                    "consent-notices",
                    new LastWords(record -> SealedNotice.epoch(record, key)),
                    store::publishedNotices,
                    publisher::publishNotices,
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
