package org.weir.consent.transform;

import java.util.List;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/**
 * One clause of an agreement, carried out on each record: it looks at some fields of the record, and withholds the
 * record, or rewrites fields, or lets it be. Immutable, so that every worker may share it.
 */
public interface RecordStep {
    /** The paths of the fields that it looks at or rewrites; they need not be among those that flow. */
    List<String> fields();

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
         * @param record the fields named by {@link #fields}, numbered as there
         * @return why the record is withheld, or {@link #PASSES}
         * @throws UnshapeableRecord where a field is not of the kind that the step was agreed for
         */
        Optional<ReasonCode> take(RecordFields record) throws UnshapeableRecord;
    }
}
