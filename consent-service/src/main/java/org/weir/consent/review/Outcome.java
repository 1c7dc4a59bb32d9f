package org.weir.consent.review;

/** What a board decided. */
public enum Outcome {
    APPROVED,
    REJECTED,
    /** Its time is over and too few have voted: nobody has decided anything. */
    NO_QUORUM
}
