package org.weir.consent.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member says. */
public enum Vote {
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("reject")
    REJECT,
    /** Counts towards the quorum and for neither side. */
    @JsonProperty("abstain")
    ABSTAIN
}
