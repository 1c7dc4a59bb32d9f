package org.weir.consent.transform;

import java.util.List;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/**
 * One clause of an agreement, carried out on each record: it looks at some fields of the record, and withholds the
 * record, or rewrites fields, or lets it be. Immutable, so that every worker may share it.
 */
public interface RecordStep {
    /** The paths of the fields that it rewrites. It sees them as earlier steps left them. */
    default List<String> rewrites() {
        return List.of();
    }

    /** The paths of other fields that it looks at; they need not flow. It sees them as they came. */
    default List<String> reads() {
        return List.of();
    }

    /** Does the step on one thread; it may hold state that is dear to make. */
    Worker worker();

    /** The step on one thread. */
    @FunctionalInterface
    interface Worker {
        /** To let a record be. */
        Optional<ReasonCode> PASSES = Optional.empty();

        /**
         * Takes one record.
         *
         * @param record the fields that the step named: those of {@link #rewrites} are numbered from 0, those of
         *     {@link #reads} on from there
         * @return why the record is withheld, or {@link #PASSES}
         * @throws UnshapeableRecord where a field is not of the kind that the step was agreed for
         */
        Optional<ReasonCode> take(RecordFields record) throws UnshapeableRecord;
    }
}
