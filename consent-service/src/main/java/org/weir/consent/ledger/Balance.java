package org.weir.consent.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;

/**
 * The sum of ledger entries of one feed under one agreement.
 *
 * @param agreement null where no agreement covered the feed
 * @param since when the first batch was handed to the broker
 * @param until when the last one was
 */
public record Balance(
        FeedId feed,
        AgreementId agreement,
        long accepted,
        long shared,
        Map<ReasonCode, Long> withheld,
        long quarantined,
        Instant since,
        Instant until) {

    public Balance {
        withheld = Map.copyOf(withheld);
    }

    public static Balance of(LedgerEntry e) {
        return new Balance(
                e.feed(), e.agreement(), e.accepted(), e.shared(), e.withheld(), e.quarantined(), e.at(), e.at());
    }

    /** Both sums together; they are of the same feed and agreement. */
    public Balance plus(Balance other) {
        Map<ReasonCode, Long> reasons = new EnumMap<>(ReasonCode.class);
        reasons.putAll(withheld);
        other.withheld.forEach((reason, n) -> reasons.merge(reason, n, Long::sum));
        return new Balance(
                feed,
                agreement,
                accepted + other.accepted,
                shared + other.shared,
                reasons,
                quarantined + other.quarantined,
                since.isBefore(other.since) ? since : other.since,
                until.isAfter(other.until) ? until : other.until);
    }

    /** Whether every accepted record is accounted for, once. */
    public boolean balanced() {
        return accepted
                == shared
                        + quarantined
                        + withheld.values().stream().mapToLong(Long::longValue).sum();
    }
}
