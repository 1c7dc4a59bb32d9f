package org.weir.schemas.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.weir.schemas.id.FeedId;

/**
 * The value in the {@code feeds} topic.
 *
 * @param id the feed
 * @param title its name for people
 * @param agencyName the agency's name for people
 * @param timezone the agency's time zone, in which its service days are counted
 * @param contract the id of the contract it keeps, e.g. {@code gtfs-realtime-vehicle-positions}
 * @param contractVersion that contract's version
 * @param schedule where its static GTFS is, or null where it is uploaded
 * @param recorded whether it replays the past, so that event time and not the wall clock judges freshness
 * @param registeredAt when it was registered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedAnnouncement(
        FeedId id,
        String title,
        String agencyName,
        ZoneId timezone,
        String contract,
        String contractVersion,
        URI schedule,
        boolean recorded,
        Instant registeredAt) {}
