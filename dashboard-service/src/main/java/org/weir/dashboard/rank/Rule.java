package org.weir.dashboard.rank;

import java.util.List;

/** Finds the places of one cause: those that the sums of all days let in question are then looked at day by day. */
interface Rule {
    /** What is left to be looked at by day, once all sums were looked through. */
    interface Search {
        /** In no order. May be asked again, when more days are there. */
        List<Finding> find();
    }

    /** Looks through the sums; asks for no day. */
    Search search(Evidence evidence, Layout layout, Asked asked, Usual usual);
}
