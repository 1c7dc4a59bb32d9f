package org.weir.consent.enforce;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.policy.CompiledPlan;

/** Where a batch's records go. */
interface Outlet {
    /** Makes the plan's shared topic ready; says how many partitions it has. */
    int partitions(CompiledPlan plan);

    void share(ProducerRecord<byte[], byte[]> record);

    /** Whether the broker has refused this record before: to send it again would hold up all others for ever. */
    default boolean refuses(ProducerRecord<byte[], byte[]> record) {
        return false;
    }

    /** Sets a record aside that could not be processed. */
    void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why);
}
