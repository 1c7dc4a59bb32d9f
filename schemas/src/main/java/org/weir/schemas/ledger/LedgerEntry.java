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
 * @param planHash SHA-256 of the terms enforced, hex; null where no agreement covers the feed
 * @param outputs where in the shared topic the shared records lie
 * @param commitment HMAC-SHA-256 over the shared records under the hub's key, hex; null where none was shared
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
        Instant at,
        String planHash,
        List<OffsetRange> outputs,
        String commitment) {

    public LedgerEntry {
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
        long sum = shared + quarantined;
        for (long n : withheld.values()) {
            sum += n;
        }
        if (sum != accepted) {
            throw new IllegalArgumentException("The entry does not balance: " + accepted + " accepted, " + sum
                    + " shared, withheld or quarantined.");
        }
    }

    /** An entry without a word on what was sent. */
    public LedgerEntry(
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
        this(
                enforcer,
                epoch,
                feed,
                agreement,
                version,
                accepted,
                shared,
                withheld,
                quarantined,
                offsets,
                at,
                null,
                null,
                null);
    }

    /** Records of one partition: from the first offset, included, to the last, excluded. */
    public record OffsetRange(int partition, long from, long to) {}
}
