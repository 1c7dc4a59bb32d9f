package org.weir.consent.enforce;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.weir.consent.topic.KafkaSettings;
import org.weir.schemas.id.AgreementId;

/**
 * What a worker is told.
 *
 * @param id its transactional id: the same after a restart, for it fences what it left behind
 * @param group the workers that share the partitions with it
 * @param lease how long it goes on without having heard of the newest agreements
 * @param transaction how long one transaction gathers under load
 * @param linger how long a transaction waits for more when few records come
 * @param compression of shared records
 */
public record WorkerSettings(
        String id, String group, Duration lease, Duration transaction, Duration linger, String compression) {
    /** The group of workers that share every feed's partitions. */
    public static final String GROUP = "consent-enforcement";

    /** The group of workers that hold back the records of one agreement. */
    static String delayed(AgreementId agreement) {
        return GROUP + "-delay-" + agreement;
    }

    /** The same for the records of one agreement that holds them back. */
    WorkerSettings holdingBack(AgreementId agreement) {
        return new WorkerSettings(
                id + "-delay-" + agreement, delayed(agreement), lease, transaction, linger, compression);
    }

    /** A new feed is noticed within this time. */
    private static final int NEW_TOPICS_MS = 1_000;
    /** What a dead worker has open is aborted after this time, if nobody fences it before. */
    private static final int TRANSACTION_MS = 10_000;
    /** The partitions of a dead worker go to another after this time. */
    private static final int SESSION_MS = 10_000;

    Map<String, Object> consumer(KafkaSettings kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.consumer(group));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, id);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, NEW_TOPICS_MS);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return settings;
    }

    Map<String, Object> producer(KafkaSettings kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.producer(id));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_MS / 2);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }
}
