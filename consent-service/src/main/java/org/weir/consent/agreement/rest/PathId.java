package org.weir.consent.agreement.rest;

import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Reads an agreement's id from an address. */
public final class PathId {
    private PathId() {}

    public static AgreementId of(String id) {
        try {
            return new AgreementId(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.UNKNOWN_AGREEMENT, e.getMessage());
        }
    }
}
