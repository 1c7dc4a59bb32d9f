package org.weir.ingest.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What of a feed's health is stored. How many records were accepted is not: the raw topic's end offsets say it exactly.
 * Refusals are stored with the quarantine topic's offset up to which they are counted, so that the rest is counted on
 * from the topic; after a crash they are exact. Duplicates and polls may then lack the last seconds.
 *
 * @param quarantineNext the first offset of the quarantine topic that is not counted in {@code rejected}
 * @param rejected refusals by code
 * @param duplicate positions that had been published before
 * @param polls polls by their end
 * @param lastPollAt when the last poll ended
 * @param lastGoodAt when data, or the word that nothing is new, came last
 * @param lastOutcome what was wrong with the last poll or push, or null
 * @param faults each code's last fault, newest first
 */
public record Tally(
        long quarantineNext,
        Map<String, Long> rejected,
        long duplicate,
        Polls polls,
        Instant lastPollAt,
        Instant lastGoodAt,
        Fault lastOutcome,
        List<Fault> faults) {
    public static final Tally NOTHING_YET = new Tally(0, Map.of(), 0, new Polls(0, 0, 0), null, null, null, List.of());

    /** How many polls brought a message, the word that nothing is new, or neither. */
    public record Polls(long ok, long notModified, long failed) {}
}
