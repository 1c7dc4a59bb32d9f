package org.weir.schemas.agreement;

/** Where an agreement stands. The states before signing come with negotiation. */
public enum AgreementState {
    DRAFT,
    ACTIVE,
    EXPIRED,
    REVOKED;

    /** Whether nothing may flow under it any more, ever. */
    public boolean ended() {
        return this == EXPIRED || this == REVOKED;
    }
}
