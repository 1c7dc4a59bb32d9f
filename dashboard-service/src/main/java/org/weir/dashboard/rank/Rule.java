package org.weir.dashboard.rank;

import java.util.List;

/** Finds the places of one cause. */
interface Rule {
    /** In no order. */
    List<Finding> find(Evidence evidence, Layout layout, Asked asked);
}
