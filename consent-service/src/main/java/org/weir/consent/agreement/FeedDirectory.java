package org.weir.consent.agreement;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;

/** Knows which feeds are registered. */
@FunctionalInterface
public interface FeedDirectory {
    Optional<KnownFeed> find(FeedId feed);

    /** The feed as far as is known now; one that may be waited for is asked for by {@link #find}. */
    default Optional<KnownFeed> known(FeedId feed) {
        return find(feed);
    }

    /** The feeds of an agency that are registered now, by id; one that keeps none by agency knows none. */
    default List<KnownFeed> of(AgencyId agency) {
        return List.of();
    }

    /**
     * A registered feed.
     *
     * @param id the feed
     * @param title its name for people
     * @param agencyName its agency's name for people
     * @param contract the contract it keeps
     * @param recorded whether it replays the past
     * @param timezone the agency's time zone, in which its days are counted
     */
    record KnownFeed(
            FeedId id, String title, String agencyName, FeedContract contract, boolean recorded, ZoneId timezone) {
        /** A feed whose days are counted in UTC. */
        public KnownFeed(FeedId id, String title, String agencyName, FeedContract contract, boolean recorded) {
            this(id, title, agencyName, contract, recorded, ZoneOffset.UTC);
        }
    }
}
