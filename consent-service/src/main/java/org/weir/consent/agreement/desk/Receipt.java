package org.weir.consent.agreement.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;

/**
 * The word that a change of an agreement holds everywhere. Not signed yet.
 *
 * @param agreement which agreement
 * @param epoch which change
 * @param state where it led
 * @param revokedAt when it was revoked; null for another change
 * @param confirmedAt when the last enforcer had confirmed
 * @param enforcers which enforcers confirmed: everything they commit from then on is decided by this change
 * @param fenced which enforcers were silent and were locked out in place of confirming
 * @param sharedTopic where its records flow
 * @param endOffsets behind the last record of each partition; after a revocation not one more comes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        AgreementId agreement,
        long epoch,
        AgreementState state,
        Instant revokedAt,
        Instant confirmedAt,
        List<String> enforcers,
        List<String> fenced,
        String sharedTopic,
        Map<Integer, Long> endOffsets) {}
