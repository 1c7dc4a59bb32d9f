package org.weir.dashboard.movement;

/** Why a position tells nothing about a street. A fixed vocabulary: it tags a meter. */
public enum Unmatched {
    /** It has no vehicle, place or time. */
    INCOMPLETE("incomplete"),
    /** There is a position of that vehicle and moment already. */
    DUPLICATE("duplicate"),
    /** It is so much older than the vehicle's newest that what was told stays as it is. */
    TOO_LATE("too-late"),
    /** Its feed has no schedule yet. */
    NO_SCHEDULE("no-schedule"),
    /** Neither its trip nor its route is in the schedule. */
    NO_TRIP("no-trip"),
    /** It is farther from the trip's way than a street is wide and a receiver is off. */
    OFF_ROUTE("off-route"),
    /** The agreement under which it came is over. */
    AGREEMENT_ENDED("agreement-ended");

    private final String code;

    Unmatched(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
