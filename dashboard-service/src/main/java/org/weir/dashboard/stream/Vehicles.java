package org.weir.dashboard.stream;

import java.util.HashMap;
import java.util.Map;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/** The vehicles of one feed under one agreement, as far as one partition has them. */
final class Vehicles {
    final String agreement;
    final FeedId feed;

    /** What their keys in the store begin with. */
    final String prefix;

    /** Those that are in memory, by their ids. */
    final Map<String, Held> held = new HashMap<>();

    /** The newest time of their positions, and when it was last looked for idle ones; POSIX seconds. */
    long newest;

    long looked;

    Vehicles(AgreementId agreement, FeedId feed) {
        this.agreement = agreement.value();
        this.feed = feed;
        this.prefix = Keys.of(agreement.value(), feed.value());
    }
}
