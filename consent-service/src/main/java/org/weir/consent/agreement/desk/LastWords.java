package org.weir.consent.agreement.desk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.weir.schemas.agreement.DestructionCertificate;

/** What stands last under each agreement's key in a topic. One thread tells it, another asks. */
final class LastWords {
    private static final long NOT_OURS = -1;

    private final Function<ConsumerRecord<byte[], byte[]>, OptionalLong> epochOf;
    private final Map<String, Long> epochs = new ConcurrentHashMap<>();
    /** At the start what is there may be of before, or may be missing. */
    private final AtomicBoolean doubt = new AtomicBoolean(true);

    /** @param epochOf tells the epoch of the hub's word; empty where the record is not its word */
    LastWords(Function<ConsumerRecord<byte[], byte[]>, OptionalLong> epochOf) {
        this.epochOf = epochOf;
    }

    /** Takes in the next record. One that is not the hub's word, or that goes back, is a reason to look. */
    void heard(ConsumerRecord<byte[], byte[]> record) {
        String agreement = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (DestructionCertificate.isKey(agreement)) {
            return;
        }
        long epoch = epochOf.apply(record).orElse(NOT_OURS);
        Long before = epochs.put(agreement, epoch);
        if (epoch == NOT_OURS || before != null && epoch < before) {
            doubt();
        }
    }

    /** The epoch of the hub's word where that is what stands last; less than any epoch where not. */
    long epoch(String agreement) {
        return epochs.getOrDefault(agreement, NOT_OURS);
    }

    void doubt() {
        doubt.set(true);
    }

    /** Whether there is a reason to look, which is then looked into. */
    boolean takeDoubt() {
        return doubt.getAndSet(false);
    }
}
