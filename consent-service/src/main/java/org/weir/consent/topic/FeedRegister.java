package org.weir.consent.topic;

import java.time.Duration;
import java.util.Map;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.id.FeedId;

/** Every registered feed, as it changes. */
public interface FeedRegister {
    /** Every feed that is known now; another map whenever one has changed. */
    Map<FeedId, KnownFeed> all();

    /** Waits until every feed is known that was registered before the call; false where that takes too long. */
    boolean catchUp(Duration atMost);
}
