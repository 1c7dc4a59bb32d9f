package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.topic.TopicKeeper;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.topic.Topics;

/** Sends within the open transaction: what is sent is seen when the transaction commits, or never. */
final class TransactionalOutlet implements Outlet {
    /** What is larger would not fit with its headers; the publisher has it, and the ledger says which offset it was. */
    private static final int LARGEST_KEPT = 900_000;

    private final Producer<byte[], byte[]> producer;
    private final TopicKeeper topics;
    private final Clock clock;
    private final Set<String> present = new HashSet<>();

    TransactionalOutlet(Producer<byte[], byte[]> producer, TopicKeeper topics, Clock clock) {
        this.producer = producer;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public int partitions(String sharedTopic) {
        // Made again where somebody deleted it: a missing topic must not hold up other agreements.
        ensure(sharedTopic, Topics.SHARED.partitions(), Topics.SHARED.settings());
        return producer.partitionsFor(sharedTopic).size();
    }

    @Override
    public void share(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    @Override
    public void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
        String topic = Topics.quarantine(plan.feed());
        ensure(topic, Topics.QUARANTINE.partitions(), Topics.QUARANTINE.settings());
        RecordHeaders headers = new RecordHeaders(raw.headers().toArray());
        header(headers, Headers.CODE, ErrorCode.ENFORCEMENT_FAILED.code());
        header(headers, Headers.REASON, ErrorCode.ENFORCEMENT_FAILED.sentence() + " " + sentence(plan, raw, why));
        header(headers, Headers.REFUSED_AT, clock.instant().toString());
        byte[] value = raw.value() != null && raw.value().length > LARGEST_KEPT ? null : raw.value();
        producer.send(new ProducerRecord<>(topic, 0, clock.millis(), raw.key(), value, headers));
    }

    /** Says which record and what was wrong, without a word of its content. */
    private static String sentence(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
        String what = why instanceof org.weir.consent.transform.UnshapeableRecord
                ? why.getMessage()
                : why.getClass().getSimpleName();
        return "Agreement " + plan.agreement() + ", record " + raw.partition() + "-" + raw.offset() + ": " + what + ".";
    }

    private void ensure(String topic, int partitions, java.util.Map<String, String> settings) {
        if (present.add(topic)) {
            topics.create(topic, partitions, settings);
        }
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
