package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.topic.SharedTopics;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.topic.Topics;

/** Sends within the open transaction: what is sent is seen when the transaction commits, or never. */
final class TransactionalOutlet implements Outlet {
    /** What is larger would not fit with its headers; the publisher has it, and the ledger says which offset it was. */
    private static final int LARGEST_KEPT = 900_000;

    private final Producer<byte[], byte[]> producer;
    private final SharedTopics topics;
    private final OutputSeal seal;
    private final Clock clock;
    private final Set<String> quarantines = new HashSet<>();
    private final Map<String, SentRecords> sent = new HashMap<>();
    private final RefusedRecords refusals = new RefusedRecords();
    private boolean careful;

    TransactionalOutlet(Producer<byte[], byte[]> producer, SharedTopics topics, OutputSeal seal, Clock clock) {
        this.producer = producer;
        this.topics = topics;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public int partitions(CompiledPlan plan) {
        // Made again where somebody deleted it: a missing topic must not hold up other agreements.
        topics.ready(plan.record().document(), plan.feed());
        return producer.partitionsFor(SharedEnvelope.topic(plan)).size();
    }

    @Override
    public void share(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> sending = careful ? producer.send(record, refusals.of(record)) : producer.send(record);
        sent.computeIfAbsent(record.topic(), topic -> new SentRecords(seal))
                .sent(record.partition(), record.key(), record.value(), sending);
    }

    @Override
    public boolean refuses(ProducerRecord<byte[], byte[]> record) {
        return careful && refusals.contains(record);
    }

    /** What was sent to a topic since the last call; every record of it has been acknowledged. */
    SentRecords.Sealed sealed(String topic) {
        SentRecords records = topic == null ? null : sent.get(topic);
        return records == null ? SentRecords.Sealed.NOTHING : records.take();
    }

    /**
     * The transaction was aborted. Where something went wrong, the next try keeps an eye on each record: a record that is
     * sent beside a refused one does not say why it failed.
     */
    void forget(Throwable why) {
        sent.values().forEach(SentRecords::forget);
        careful |= why != null;
    }

    void committed() {
        if (careful) {
            careful = false;
            refusals.clear();
        }
    }

    @Override
    public void quarantine(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
        String topic = Topics.quarantine(plan.feed());
        if (quarantines.add(topic)) {
            topics.keeper().create(topic, Topics.QUARANTINE.partitions(), Topics.QUARANTINE.settings());
        }
        RecordHeaders headers = new RecordHeaders(raw.headers().toArray());
        header(headers, Headers.CODE, ErrorCode.ENFORCEMENT_FAILED.code());
        header(headers, Headers.REASON, ErrorCode.ENFORCEMENT_FAILED.sentence() + " " + sentence(plan, raw, why));
        header(headers, Headers.REFUSED_AT, clock.instant().toString());
        byte[] value = raw.value() != null && raw.value().length > LARGEST_KEPT ? null : raw.value();
        producer.send(new ProducerRecord<>(topic, 0, clock.millis(), raw.key(), value, headers));
    }

    /** Says which record and what was wrong, without a word of its content. */
    private static String sentence(CompiledPlan plan, ConsumerRecord<byte[], byte[]> raw, Exception why) {
        String what = why instanceof UnshapeableRecord
                ? why.getMessage()
                : why.getClass().getSimpleName();
        return "Agreement " + plan.agreement() + ", record " + raw.partition() + "-" + raw.offset() + ": " + what + ".";
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
