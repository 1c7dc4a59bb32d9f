package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The value in the {@code agreements} topic: the version of an agreement that counts for enforcers. While an amendment
 * is negotiated, that is still the version in force.
 *
 * @param epoch the number of this change among all changes of agreements; it only grows
 * @param state where that version stands after the change
 * @param endedAs in which state sharing under it ended, where it has; the state may have moved on since
 * @param keyEpoch which of the agreement's keys pseudonyms are made with; counts from 1
 * @param document the agreement
 * @param changedAt when
 * @param changedBy by whom: the subject of the token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementRecord(
        long epoch,
        AgreementState state,
        AgreementState endedAs,
        int keyEpoch,
        AgreementDocument document,
        Instant changedAt,
        String changedBy) {
    public AgreementRecord {
        keyEpoch = Math.max(keyEpoch, 1);
    }

    /** A change that neither ended sharing nor rotated keys. */
    public AgreementRecord(
            long epoch, AgreementState state, AgreementDocument document, Instant changedAt, String changedBy) {
        this(epoch, state, null, 1, document, changedAt, changedBy);
    }
}
