package org.weir.schemas.agreement;

/** How far an agreement goes, after AISP's legal practice. One of a later tier only narrows one of an earlier. */
public enum Tier {
    /** Memorandum of understanding: who may share with whom, for what, at all. */
    MOU,
    /** Data sharing agreement: which data, on which terms. */
    DSA,
    /** Data use licence: which fields of which feed flow, and how. Only under this do records flow. */
    DUL
}
