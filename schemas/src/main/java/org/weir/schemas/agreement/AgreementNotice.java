package org.weir.schemas.agreement;

import java.time.Instant;

/**
 * The value in the {@code obligations} topic: what the recipient may do now. It carries no record's content, and the
 * public register shows the same.
 *
 * @param epoch the change that it tells of
 * @param state where the agreement stands
 * @param document the agreement
 * @param since when it came to stand so
 */
public record AgreementNotice(long epoch, AgreementState state, AgreementDocument document, Instant since) {}
