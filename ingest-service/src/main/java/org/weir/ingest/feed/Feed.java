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
 * @param past whether days that are over are taken beside what is live
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
        boolean past,
        Source source,
        Instant registeredAt) {

    /** Whether its raw topic is kept by size: by time, days that are over would be deleted on arrival. */
    public boolean keptBySize() {
        return recorded || past;
    }

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
