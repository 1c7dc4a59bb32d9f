package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The value in the {@code obligations} topic under an agreement's id: what the recipient may do now, and what it owes.
 * It carries no record's content, and the public register shows the same. The hub signs it: headers name the key and hold
 * the signature over the value as it stands, which is the JCS form (RFC 8785). One that is not so signed says nothing.
 *
 * @param epoch the change that it tells of
 * @param state where the agreement stands
 * @param endedAs in which state sharing under it ended, where it has
 * @param document the agreement
 * @param since when it came to stand so
 * @param destroyBy until when everything received under it must be destroyed; null where nothing must
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementNotice(
        long epoch,
        AgreementState state,
        AgreementState endedAs,
        AgreementDocument document,
        Instant since,
        Instant destroyBy) {
    /** A notice of an agreement under which nothing has to be destroyed. */
    public AgreementNotice(long epoch, AgreementState state, AgreementDocument document, Instant since) {
        this(epoch, state, state.ended() ? state : null, document, since, null);
    }
}
