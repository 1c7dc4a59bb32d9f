package org.weir.consent.agreement;

import java.util.Optional;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

/** Knows which feeds are registered. */
@FunctionalInterface
public interface FeedDirectory {
    Optional<KnownFeed> find(FeedId feed);

    /**
     * A registered feed.
     *
     * @param id the feed
     * @param title its name for people
     * @param agencyName its agency's name for people
     * @param contract the contract it keeps
     * @param recorded whether it replays the past
     */
    record KnownFeed(FeedId id, String title, String agencyName, FeedContract contract, boolean recorded) {}
}
