package org.weir.ingest.feed.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.Source;
import org.weir.ingest.health.HealthView;
import org.weir.ingest.source.Line;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;

/** A feed as its page shows it: its registration and its health. */
public record FeedView(
        FeedId id,
        String title,
        AgencyId agency,
        String agencyName,
        ZoneId timezone,
        String contract,
        String contractVersion,
        URI schedule,
        boolean recorded,
        boolean past,
        SourceView source,
        Instant registeredAt,
        HealthView health) {

    /** How its data comes, in the form in which it is registered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceView(String kind, URI url, Double everySeconds, Double timeoutSeconds) {
        static SourceView of(Source source, boolean whole) {
            return source instanceof Source.Poll poll
                    ? new SourceView(
                            "poll",
                            whole ? poll.url() : withoutQuery(poll.url()),
                            poll.every().toMillis() / 1000.0,
                            poll.timeout().toMillis() / 1000.0)
                    : new SourceView("push", null, null, null);
        }
    }

    /** @param whole whether addresses are told with their queries, which may hold a key */
    static FeedView of(Line line, boolean whole) {
        Feed feed = line.feed();
        return new FeedView(
                feed.id(),
                feed.title(),
                feed.id().agency(),
                line.agency().name(),
                line.agency().timezone(),
                feed.contract(),
                feed.contractVersion(),
                whole ? feed.schedule() : withoutQuery(feed.schedule()),
                feed.recorded(),
                feed.past(),
                SourceView.of(feed.source(), whole),
                feed.registeredAt(),
                line.healthView());
    }

    /** The address up to its query, and a sign that it goes on; null where there is none. */
    static URI withoutQuery(URI address) {
        if (address == null || address.getRawQuery() == null) {
            return address;
        }
        String text = address.toString();
        return URI.create(text.substring(0, text.indexOf('?')) + "?…");
    }
}
