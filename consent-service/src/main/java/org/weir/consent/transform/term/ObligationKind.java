package org.weir.consent.transform.term;

import java.util.List;
import org.weir.schemas.agreement.Obligation;

/** An obligation that agreements may name: one class each. */
public interface ObligationKind {
    /** Its name in agreements. Once published it keeps its meaning. */
    String action();

    /** What it is on: which fields, or the whole record. In words. */
    String on();

    /** What it does, in words that counsel can read. */
    String meaning();

    /** What it says under {@code with}. Another name is refused. */
    List<Parameter> parameters();

    /**
     * Whether it does more than change values of its field: it may withhold the record, or change what the envelope
     * tells. Such a one stands also where its field does not flow.
     *
     * @param said one of this kind
     */
    default boolean actsOnTheRecord(Obligation said) {
        return said.field() == null;
    }

    /**
     * Reads an obligation of this kind, whose parameters are known to be of their form.
     *
     * @throws TermFault where it does not fit its feed
     */
    Term read(Clause clause) throws TermFault;
}
