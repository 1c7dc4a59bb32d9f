package org.weir.consent.ledger.audit;

/** One thing that must hold for every entry. A class for each; they keep what they need of entries before. */
interface LedgerCheck {
    /** The next entry. */
    void take(long index, Entry entry, Findings findings);

    /** There are no more. */
    default void end(Findings findings) {}
}
