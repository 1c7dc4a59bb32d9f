package org.weir.consent.config;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jboss.logging.Logger;
import org.weir.consent.keystore.HubKeys;
import org.weir.consent.keystore.KeyDirectory;
import org.weir.consent.keystore.KeyMemory;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.note.VerifierKey;
import org.weir.consent.topic.KafkaSettings;
import org.weir.consent.topic.KnownFeeds;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/** Makes the parts that know nothing of Quarkus from settings. */
@ApplicationScoped
class Parts {
    private static final Logger LOG = Logger.getLogger(Parts.class);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Every property {@code kafka.*} of the configuration, e.g. for sign-in to a secured broker. */
    @Produces
    @Singleton
    KafkaSettings kafka(@Identifier("default-kafka-broker") Map<String, Object> configured) {
        Map<String, Object> common = new HashMap<>(configured);
        common.keySet().retainAll(AdminClientConfig.configNames());
        common.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "localhost:19092");
        return new KafkaSettings(common);
    }

    @Produces
    @Singleton
    TopicKeeper topics(KafkaSettings kafka, ConsentSettings settings) {
        return new TopicKeeper(kafka, settings.topics().replication());
    }

    void close(@Disposes TopicKeeper topics) {
        topics.close();
    }

    /** The topic is ingest's; it is created here too, by the same declaration, because either may start first. */
    @Produces
    @Singleton
    KnownFeeds feeds(KafkaSettings kafka, TopicKeeper topics) {
        topics.create(Topics.FEEDS);
        return new KnownFeeds(kafka, "consent-feeds");
    }

    void close(@Disposes KnownFeeds feeds) {
        feeds.close();
    }

    @Produces
    @Singleton
    KeyDirectory keys(ConsentSettings settings) {
        return new KeyDirectory(settings.keystore());
    }

    /** Opened after the directory is there and closed to others. */
    @Produces
    @Singleton
    HubKeys hubKeys(KeyDirectory keys, KeyMemory memory, ConsentSettings settings) {
        return new HubKeys(
                settings.keystore(), keys, memory, settings.lostKeys().orElse(Set.of()));
    }

    /** A hub that misses a key does not start: before anything is signed, enforced or answered. */
    void open(@Observes @Priority(1) StartupEvent started, HubKeys hub) {
        LOG.infof("The hub signs receipts with key %s", hub.receipts().id());
    }

    /** The hub's own key; what it signs it stands behind. */
    @Produces
    @Singleton
    SigningKey hubKey(HubKeys hub) {
        return hub.receipts();
    }

    @Produces
    @Singleton
    LedgerSigner ledgerSigner(ConsentSettings settings, HubKeys hub) {
        SigningKey key = hub.ledger();
        return new LedgerSigner(VerifierKey.of(settings.ledger().origin(), key.open()), key.secret());
    }
}
