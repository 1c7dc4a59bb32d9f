package org.weir.consent.enforce;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.weir.schemas.envelope.Headers;

/** Which records the broker does not take, whatever is done. The producer tells it on a thread of its own. */
final class RefusedRecords {
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** Whether a record failed for itself, and not for the broker, another record or another enforcer. */
    private static boolean isWhy(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RecordTooLargeException
                    || t instanceof InvalidRecordException
                    || t instanceof InvalidTimestampException) {
                return true;
            }
        }
        return false;
    }

    /** Notes what becomes of that record. */
    Callback of(ProducerRecord<byte[], byte[]> record) {
        return (at, failure) -> {
            if (isWhy(failure)) {
                refused.add(name(record));
            }
        };
    }

    boolean contains(ProducerRecord<byte[], byte[]> record) {
        return refused.contains(name(record));
    }

    void clear() {
        refused.clear();
    }

    private static String name(ProducerRecord<byte[], byte[]> record) {
        byte[] id = record.headers().lastHeader(Headers.ID).value();
        return record.topic() + '/' + new String(id, StandardCharsets.ISO_8859_1);
    }
}
