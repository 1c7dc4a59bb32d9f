package org.weir.consent.enforce;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.weir.consent.policy.CompiledPlan;

/** Where a batch's records go. */
interface Outlet {
    /** How many partitions a shared topic has. */
    int partitions(String sharedTopic);

    void share(ProducerRecord<byte[], byte[]> record);

    /** Sets a record aside that could not be processed. */
    void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why);
}
