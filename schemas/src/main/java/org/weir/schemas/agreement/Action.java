package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a recipient may do with what it receives; the terms are ODRL's where it has one. */
public enum Action {
    @JsonProperty("read")
    READ,
    @JsonProperty("aggregate")
    AGGREGATE,
    @JsonProperty("display")
    DISPLAY,
    @JsonProperty("link")
    LINK,
    @JsonProperty("distribute")
    DISTRIBUTE
}
