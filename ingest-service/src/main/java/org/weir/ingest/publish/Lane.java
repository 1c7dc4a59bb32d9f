package org.weir.ingest.publish;

import org.weir.ingest.feed.Feed;

/**
 * One of the ways by which a feed's positions come: what is live, or days that are over. Both end on the same raw topic.
 *
 * @param anyAge whether age is no fault, so that what was published is remembered by number and not for a day
 * @param keptBySize whether the raw topic is kept by size
 * @param shared whether the other way is in use too, so that how far the topic is known says nothing of this one
 */
public record Lane(boolean anyAge, boolean keptBySize, boolean shared) {
    /** What the feed's source gives: of a recorded feed, the past as if it were now. */
    public static Lane live(Feed feed) {
        return new Lane(feed.recorded(), feed.keptBySize(), feed.past());
    }

    /** Days that are over. */
    public static Lane past() {
        return new Lane(true, true, true);
    }
}
