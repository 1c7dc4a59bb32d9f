package org.weir.consent.transform.scope;

/** A predicate that is none over the contract's fields. */
public final class PredicateFault extends Exception {
    /** What is wrong and where, in a sentence. */
    PredicateFault(String what) {
        super(what, null, false, false);
    }
}
