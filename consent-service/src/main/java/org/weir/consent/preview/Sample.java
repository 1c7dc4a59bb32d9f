package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import org.weir.schemas.ledger.ReasonCode;

/**
 * One record before and after.
 *
 * @param before as it lies in the raw topic
 * @param after as it would be shared; null where it would not
 * @param outcome {@code shared}, {@code withheld} or {@code quarantined}
 * @param reason why it would be withheld, or null
 */
public record Sample(JsonNode before, JsonNode after, String outcome, ReasonCode reason) {
    static Sample of(RawRecord record, Outcome outcome) {
        return new Sample(
                Leaves.tree(record.value()),
                outcome instanceof Outcome.Shared shared ? Leaves.tree(shared.value()) : null,
                outcome.word(),
                outcome instanceof Outcome.Withheld withheld ? withheld.reason() : null);
    }
}
