package org.weir.schemas.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/**
 * The value in the {@code ledger} topic: what one committed batch did with one feed's records under one agreement.
 * Always {@code accepted = shared + sum(withheld) + quarantined}.
 *
 * @param enforcer who enforced
 * @param epoch by which epoch of agreements
 * @param feed the feed
 * @param agreement the agreement, or null where none covers the feed
 * @param version its version, or 0 where there is none
 * @param accepted how many raw records the batch held for this feed
 * @param shared how many of them were shared
 * @param withheld how many were withheld, by reason
 * @param quarantined how many could not be processed
 * @param offsets which raw records they were
 * @param at when the batch was handed to the broker
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
        String enforcer,
        long epoch,
        FeedId feed,
        AgreementId agreement,
        int version,
        long accepted,
        long shared,
        Map<ReasonCode, Long> withheld,
        long quarantined,
        List<OffsetRange> offsets,
        Instant at) {

    public LedgerEntry {
        long sum = shared + quarantined;
        for (long n : withheld.values()) {
            sum += n;
        }
        if (sum != accepted) {
            throw new IllegalArgumentException("The entry does not balance: " + accepted + " accepted, " + sum
                    + " shared, withheld or quarantined.");
        }
    }

    /** Raw records of one partition: from the first offset, included, to the last, excluded. */
    public record OffsetRange(int partition, long from, long to) {}
}
