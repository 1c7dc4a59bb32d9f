package org.weir.schemas.agreement;

/** Where an agreement stands. The states from REQUESTED to FINALIZED are the Dataspace Protocol's. */
public enum AgreementState {
    /** Being written by one party. */
    DRAFT,
    /** The recipient asks for it. */
    REQUESTED,
    /** The agency offers it. */
    OFFERED,
    /** Both parties want it; its board looks at it. */
    IN_REVIEW,
    /** The board approved, or none is needed. */
    AGREED,
    /** The recipient signed. */
    VERIFIED,
    /** The agency signed as well. */
    FINALIZED,
    /** In force. */
    ACTIVE,
    /** In force, but resting. */
    SUSPENDED,
    /** Another version took its place. */
    AMENDED,
    /** Its last second is over. */
    EXPIRED,
    /** The agency ended it. */
    REVOKED,
    /** The recipient ended it. */
    WITHDRAWN,
    /** It was ended because it was broken. */
    TERMINATED,
    /** Ended; what was shared is to be destroyed. */
    DESTRUCTION_DUE,
    /** Ended; the recipient certified the destruction. */
    DESTRUCTION_CERTIFIED,
    /** Ended, and nothing is left to do. */
    CLOSED,
    /** It never came about: somebody said no. */
    REFUSED,
    /** It never came about: a deadline passed. */
    TIMED_OUT;

    /** Whether nothing may flow under it any more, ever. */
    public boolean ended() {
        return ordinal() >= AMENDED.ordinal();
    }

    /** Whether its parties are still talking. */
    public boolean negotiated() {
        return ordinal() < FINALIZED.ordinal();
    }
}
