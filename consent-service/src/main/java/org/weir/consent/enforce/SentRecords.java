package org.weir.consent.enforce;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.weir.schemas.ledger.LedgerEntry.OffsetRange;

/** What one transaction has sent to one shared topic: where it lies, and a commitment to it. For one thread. */
final class SentRecords {
    private final OutputSeal seal;
    private final List<Part> parts = new ArrayList<>();

    private static final class Part {
        private final OutputSeal.Part sealing;
        private Future<RecordMetadata> first;
        private Future<RecordMetadata> last;

        Part(OutputSeal.Part sealing) {
            this.sealing = sealing;
        }
    }

    SentRecords(OutputSeal seal) {
        this.seal = seal;
    }

    void sent(int partition, byte[] key, byte[] value, Future<RecordMetadata> sent) {
        while (parts.size() <= partition) {
            parts.add(new Part(seal.part()));
        }
        Part part = parts.get(partition);
        part.sealing.add(key, value);
        if (part.first == null) {
            part.first = sent;
        }
        part.last = sent;
    }

    /** Forgets what was sent, for the transaction was aborted. */
    void forget() {
        parts.clear();
    }

    /** Says what was sent since the last call, all of which the broker has acknowledged. */
    Sealed take() {
        List<OffsetRange> ranges = new ArrayList<>();
        TreeMap<Integer, byte[]> macs = new TreeMap<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (part.first != null) {
                ranges.add(new OffsetRange(p, offset(part.first), offset(part.last) + 1));
                macs.put(p, part.sealing.take());
                part.first = null;
                part.last = null;
            }
        }
        return macs.isEmpty() ? Sealed.NOTHING : new Sealed(ranges, seal.join(macs));
    }

    /** Where a record lies that the broker has acknowledged. */
    static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }

    /**
     * Where sent records lie, and the commitment to them.
     *
     * @param commitment hex; null where nothing was sent
     */
    record Sealed(List<OffsetRange> outputs, String commitment) {
        static final Sealed NOTHING = new Sealed(List.of(), null);
    }
}
