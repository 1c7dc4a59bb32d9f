package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One field of the contract under a text.
 *
 * @param path where it stands
 * @param title what it is, in words
 * @param classification how it may hurt somebody
 * @param flows whether it would leave the agency
 * @param how in which form; {@code withheld} where it does not flow
 * @param before what it was in some records; empty for whoever may not see that
 * @param after what of it would flow in the same records
 */
public record FieldFlow(
        String path,
        String title,
        String classification,
        boolean flows,
        String how,
        List<JsonNode> before,
        List<JsonNode> after) {
    public FieldFlow {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
