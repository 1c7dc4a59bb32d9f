package org.weir.ingest.feed;

import java.net.URI;
import java.time.Instant;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.FeedId;

/**
 * A registered feed.
 *
 * @param id its id
 * @param title its name for people
 * @param contract the id of the contract it keeps
 * @param contractVersion that contract's version
 * @param schedule where its static GTFS is, or null where it is uploaded
 * @param recorded whether it replays the past, so that the wall clock does not judge its age
 * @param source how its data comes
 * @param registeredAt when it was registered
 */
public record Feed(
        FeedId id,
        String title,
        String contract,
        String contractVersion,
        URI schedule,
        boolean recorded,
        Source source,
        Instant registeredAt) {

    /** What the other services are told of it. */
    public FeedAnnouncement announcement(Agency agency) {
        return new FeedAnnouncement(
                id,
                title,
                agency.name(),
                agency.timezone(),
                contract,
                contractVersion,
                schedule,
                recorded,
                registeredAt);
    }
}
