package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What changes for real records when one text takes the place of another.
 *
 * @param replayed how many records were looked at
 * @param fields every field of the contract, in its order
 * @param sharedBefore how many of the records flow under the first
 * @param sharedAfter how many under the second
 * @param moreShared how many flow under the second only
 * @param lessShared how many under the first only
 * @param sentences the same in words; never empty
 * @param notes what somebody who reads it must know
 */
public record Effect(
        long replayed,
        List<FieldChange> fields,
        long sharedBefore,
        long sharedAfter,
        long moreShared,
        long lessShared,
        List<String> sentences,
        List<String> notes) {
    /**
     * One field under both texts.
     *
     * @param path where it stands
     * @param title what it is, in words
     * @param classification how it may hurt somebody
     * @param flowsBefore whether it flows under the first
     * @param howBefore in which form under the first
     * @param flows whether it flows under the second
     * @param how in which form under the second
     * @param before some values as they flow under the first
     * @param after some as they flow under the second
     */
    public record FieldChange(
            String path,
            String title,
            String classification,
            boolean flowsBefore,
            String howBefore,
            boolean flows,
            String how,
            List<JsonNode> before,
            List<JsonNode> after) {
        static FieldChange of(FieldFlow first, FieldFlow second) {
            return new FieldChange(
                    first.path(),
                    first.title(),
                    first.classification(),
                    first.flows(),
                    first.how(),
                    second.flows(),
                    second.how(),
                    first.after(),
                    second.after());
        }
    }
}
