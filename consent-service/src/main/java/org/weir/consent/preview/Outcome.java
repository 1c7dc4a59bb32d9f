package org.weir.consent.preview;

import org.weir.schemas.ledger.ReasonCode;

/** What became of one replayed record. */
public sealed interface Outcome {
    /** It would be shared, in this form; UTF-8 JSON. */
    record Shared(byte[] value) implements Outcome {}

    /** It would not be shared, and that is why. */
    record Withheld(ReasonCode reason) implements Outcome {}

    /** It would be set aside: it cannot be brought into the agreed form. */
    record Quarantined(String why) implements Outcome {}

    /** The word for people and for JSON. */
    default String word() {
        if (this instanceof Shared) {
            return "shared";
        }
        return this instanceof Withheld ? "withheld" : "quarantined";
    }
}
