package org.weir.dashboard.schedule.gtfs;

/** What in an archive cannot be used as it is, and what is done about it. */
enum Fault {
    NO_SHAPE("trips have no shape; the straight lines between their stops stand in."),
    WRONG_SHAPE("stop patterns have a shape that is not near most of their stops; straight lines stand in."),
    NOWHERE("shape points have no latitude and longitude on the earth and are left out."),
    FAR_STOP("stops are far from their trip's shape and are placed where it comes nearest."),
    NO_PLACE("stops have no latitude and longitude on the earth; trips pass them by."),
    UNKNOWN_STOP("stop times name no stop, or one that stops.txt does not have, and are left out."),
    AREA("stop times are at areas, not at stops, and are left out."),
    TOO_SHORT("trips have fewer than two stop times and are left out."),
    NO_ORDER("trips give the same stop_sequence twice, or one that is no number, and are left out."),
    NO_TIMES("trips have no time at their first or their last stop and are left out."),
    FALLING_TIMES("trips leave a stop before the one before it and are left out."),
    TOO_LATE("trips go on for more than 48 hours after their service day began and are left out."),
    NO_DIRECTION("trips have no direction_id of 0 or 1; they are taken together as direction 0."),
    NO_HEADWAY("frequencies have no headway of 10 s or more, or end before they begin, and are left out;"
            + " a trip that has no other does not run."),
    ENDLESS_CALENDAR("calendars end before they begin and are left out.");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence for a planner. */
    String of(int many) {
        return many + " " + sentence;
    }
}
