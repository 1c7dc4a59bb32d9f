package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.transform.ShapedRecord.Flows;
import org.weir.consent.transform.UnshapeableRecord;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.topic.Topics;

/** Puts shaped records into their envelope. Nothing of the raw record's headers is taken over. For one thread. */
final class SharedEnvelope {
    /** A broker takes a megabyte by default; the envelope needs some of it. */
    private static final int LARGEST = 900_000;

    private final String topic;
    private final int partitions;
    private final Header specification = header(Headers.SPEC_VERSION, Headers.CLOUDEVENTS_VERSION);
    private final Header type = header(Headers.TYPE, Headers.VEHICLE_POSITION_TYPE);
    private final Header content = header(Headers.CONTENT_TYPE, Headers.JSON);
    private final Header source;
    private final String version;
    private final EventTime time = new EventTime();
    private Header agreement;

    /**
     * For the records of one plan.
     *
     * @param decidedBy the epoch of agreements by which they are decided
     * @param partitions how many partitions the shared topic has
     */
    SharedEnvelope(CompiledPlan plan, long decidedBy, int partitions) {
        this.topic = topic(plan);
        this.partitions = partitions;
        this.source = header(Headers.SOURCE, "/agreements/" + plan.agreement());
        this.version = plan.agreement() + ";v=" + plan.version();
        decidedBy(decidedBy);
    }

    /** The records from now on are decided by that epoch. */
    void decidedBy(long decidingEpoch) {
        agreement = header(Headers.AGREEMENT, version + ";epoch=" + decidingEpoch);
    }

    static String topic(CompiledPlan plan) {
        return Topics.shared(plan.recipient(), plan.agreement(), plan.feed());
    }

    /**
     * The record as it is shared.
     *
     * @throws UnshapeableRecord where it cannot be carried
     */
    ProducerRecord<byte[], byte[]> wrap(ConsumerRecord<byte[], byte[]> raw, Flows shaped) throws UnshapeableRecord {
        byte[] key = shaped.key();
        if (shaped.value().length > LARGEST) {
            throw new UnshapeableRecord("The record is too large", LARGEST);
        }
        if (shaped.eventTime() < 0) {
            throw new UnshapeableRecord("The record has no event time", 0);
        }
        RecordHeaders headers = new RecordHeaders();
        headers.add(specification);
        headers.add(new RecordHeader(Headers.ID, place(raw.partition(), raw.offset())));
        headers.add(source);
        headers.add(type);
        if (key != null) {
            headers.add(new RecordHeader(Headers.SUBJECT, key));
        }
        headers.add(new RecordHeader(Headers.TIME, time.of(shaped.eventTime())));
        headers.add(content);
        headers.add(agreement);
        return new ProducerRecord<>(
                topic, raw.partition() % partitions, shaped.eventTime(), key, shaped.value(), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code partition-offset}, written without a text in between. */
    private static byte[] place(int partition, long offset) {
        int dash = digits(partition);
        byte[] text = new byte[dash + 1 + digits(offset)];
        write(text, dash, partition);
        text[dash] = '-';
        write(text, text.length, offset);
        return text;
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static void write(byte[] text, int behind, long number) {
        long rest = number;
        int at = behind;
        do {
            text[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }
}
