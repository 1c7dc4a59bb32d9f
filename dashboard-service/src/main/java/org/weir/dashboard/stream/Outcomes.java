package org.weir.dashboard.stream;

import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.id.FeedId;

/** Is told what became of each position. */
public interface Outcomes {
    void matched(FeedId feed);

    void unmatched(FeedId feed, Unmatched reason);

    void unreadable(String where);

    /** A run was given out, whole. */
    void given(FeedId feed);
}
