package org.weir.schemas.agreement;

import java.time.Instant;

/**
 * The value in the {@code agreements} topic.
 *
 * @param epoch the number of this change among all changes of agreements; it only grows
 * @param state where the agreement stands after the change
 * @param document the agreement
 * @param changedAt when
 * @param changedBy by whom: the subject of the token
 */
public record AgreementRecord(
        long epoch, AgreementState state, AgreementDocument document, Instant changedAt, String changedBy) {}
