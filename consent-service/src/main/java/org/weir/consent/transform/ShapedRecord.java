package org.weir.consent.transform;

import org.weir.schemas.ledger.ReasonCode;

/** What became of one record under one agreement. One that is neither of these is an {@link UnshapeableRecord}. */
public sealed interface ShapedRecord {
    /**
     * It flows.
     *
     * @param value in its agreed form, UTF-8 JSON
     * @param key which entity it is about, in the form in which that flows; null where it does not flow
     * @param eventTime when it happened, as far as the recipient may know it, milliseconds since 1970
     */
    record Flows(byte[] value, byte[] key, long eventTime) implements ShapedRecord {}

    /** It does not flow, and that is why. */
    record Withheld(ReasonCode reason) implements ShapedRecord {
        private static final Withheld[] BY_REASON = new Withheld[ReasonCode.values().length];

        static {
            for (ReasonCode reason : ReasonCode.values()) {
                BY_REASON[reason.ordinal()] = new Withheld(reason);
            }
        }

        /** The same object for the same reason, for most of a feed may be withheld. */
        static Withheld of(ReasonCode reason) {
            return BY_REASON[reason.ordinal()];
        }
    }
}
