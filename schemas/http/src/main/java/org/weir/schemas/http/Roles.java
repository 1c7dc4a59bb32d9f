package org.weir.schemas.http;

/** The roles a token may carry, as they stand in its {@code groups} claim. */
public final class Roles {
    /** Watches dashboards and decides about streets. */
    public static final String PLANNER = "planner";
    /** Publishes an agency's feeds; its token names the agency in the claim {@code agency}. */
    public static final String PUBLISHER = "publisher";
    /** Makes and ends agreements, registers agencies and feeds. */
    public static final String DATA_OFFICER = "data-officer";
    /** Reads agreements for their law. */
    public static final String COUNSEL = "counsel";
    /** Sits on a review board. */
    public static final String REVIEWER = "reviewer";
    /** Watches that it all runs. */
    public static final String OPS = "ops";
    /** Checks afterwards that what was agreed is what was done. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
