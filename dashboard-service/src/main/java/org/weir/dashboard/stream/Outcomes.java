package org.weir.dashboard.stream;

import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.id.FeedId;

/** Is told what became of each position. */
public interface Outcomes {
    /** Whom to tell of a feed's positions: asked for once, for it is told a million times. */
    OfFeed of(FeedId feed);

    void unreadable(String where);

    /** What became of one feed's positions. */
    interface OfFeed {
        /** So many more were matched: told every now and then, for a shared counter costs more than a position may. */
        void matched(int more);

        void unmatched(Unmatched reason);

        /** A run was given out, whole. */
        void given();
    }
}
