package org.weir.ingest.feed.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.Source;
import org.weir.schemas.id.FeedId;

/** A row of {@code feed}. */
@Entity(name = "Feed")
@Table(name = "feed")
public class FeedEntity extends PanacheEntityBase {
    @Id
    public String id;

    public String agency;

    public String title;

    public String contract;

    @Column(name = "contract_version")
    public String contractVersion;

    public String schedule;

    public boolean recorded;

    public boolean past;

    @Column(name = "poll_url")
    public String pollUrl;

    @Column(name = "poll_every_ms")
    public Long pollEveryMs;

    @Column(name = "poll_timeout_ms")
    public Long pollTimeoutMs;

    @Column(name = "registered_at")
    public Instant registeredAt;

    static FeedEntity of(Feed feed) {
        FeedEntity row = new FeedEntity();
        row.id = feed.id().value();
        row.agency = feed.id().agency().value();
        row.contract = feed.contract();
        row.contractVersion = feed.contractVersion();
        row.registeredAt = feed.registeredAt();
        row.take(feed);
        return row;
    }

    /** Takes what of a feed may change. */
    void take(Feed feed) {
        title = feed.title();
        schedule = feed.schedule() == null ? null : feed.schedule().toString();
        recorded = feed.recorded();
        past = feed.past();
        boolean polled = feed.source() instanceof Source.Poll;
        Source.Poll poll = polled ? (Source.Poll) feed.source() : null;
        pollUrl = polled ? poll.url().toString() : null;
        pollEveryMs = polled ? poll.every().toMillis() : null;
        pollTimeoutMs = polled ? poll.timeout().toMillis() : null;
    }

    Feed feed() {
        Source source = pollUrl == null
                ? new Source.Push()
                : new Source.Poll(
                        URI.create(pollUrl), Duration.ofMillis(pollEveryMs), Duration.ofMillis(pollTimeoutMs));
        return new Feed(
                FeedId.of(id),
                title,
                contract,
                contractVersion,
                schedule == null ? null : URI.create(schedule),
                recorded,
                past,
                source,
                registeredAt);
    }
}
