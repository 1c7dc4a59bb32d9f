package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Why one record flows under a text as it does.
 *
 * @param outcome {@code shared}, {@code withheld} or {@code quarantined}; {@code undecided} without a record
 * @param reason why it is withheld, or null
 * @param steps every rule and obligation, in the order in which they are asked
 * @param before the record as it came; null where there is none or the asker may not see it
 * @param after as it would be shared; null where it would not
 * @param notes what somebody who reads it must know
 */
public record Explanation(
        String outcome, ReasonCode reason, List<Step> steps, JsonNode before, JsonNode after, List<String> notes) {}
