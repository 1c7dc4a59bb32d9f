package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a recipient must not do. */
public enum Prohibition {
    /** Find out whom a record is about. */
    @JsonProperty("re-identify")
    RE_IDENTIFY,
    /** Join it with data that the agreement does not name. */
    @JsonProperty("link-beyond")
    LINK_BEYOND,
    /** Pass it on. */
    @JsonProperty("redistribute")
    REDISTRIBUTE,
    /** Use it to enforce the law against anybody. */
    @JsonProperty("enforcement-use")
    ENFORCEMENT_USE
}
