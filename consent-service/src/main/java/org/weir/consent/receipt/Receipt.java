package org.weir.consent.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/**
 * The word that a change of an agreement holds everywhere: every enforcer works by it, or is locked out.
 *
 * @param agreement which agreement
 * @param version the version of it that the change left to count
 * @param epoch which change, among all changes of agreements
 * @param state where it led
 * @param changedAt when it was decided
 * @param confirmedAt when the last enforcer had confirmed
 * @param enforcers which enforcers confirmed: everything they commit from then on is decided by this change
 * @param fenced which enforcers were silent and were locked out in place of confirming
 * @param shared how far each shared topic reached then; one for each feed that the agreement covers
 */
public record Receipt(
        AgreementId agreement,
        int version,
        long epoch,
        AgreementState state,
        Instant changedAt,
        Instant confirmedAt,
        List<String> enforcers,
        List<String> fenced,
        List<SharedUpTo> shared) {
    public Receipt {
        enforcers = List.copyOf(enforcers);
        fenced = List.copyOf(fenced);
        shared = List.copyOf(shared);
    }

    /**
     * How far one shared topic reached.
     *
     * @param feed whose records it holds
     * @param topic its name
     * @param endOffsets behind the last record of each partition; where sharing stopped, not one more comes
     */
    public record SharedUpTo(FeedId feed, String topic, Map<Integer, Long> endOffsets) {}
}
