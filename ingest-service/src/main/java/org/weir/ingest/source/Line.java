package org.weir.ingest.source;

import java.time.Duration;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.Source;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.HealthView;
import org.weir.ingest.publish.Intake;

/** One registered feed at work: its registration as it stands, its intake, its health, its polls. */
public final class Line {
    private final Agency agency;
    private final FeedHealth health;
    private final Intake intake;
    private volatile Feed feed;

    Line(Feed feed, Agency agency, FeedHealth health, java.util.function.Function<Line, Intake> intake) {
        this.feed = feed;
        this.agency = agency;
        this.health = health;
        this.intake = intake.apply(this);
    }

    public Feed feed() {
        return feed;
    }

    public Agency agency() {
        return agency;
    }

    public HealthView healthView() {
        return health.view(period());
    }

    FeedHealth health() {
        return health;
    }

    Intake intake() {
        return intake;
    }

    void change(Feed changed) {
        feed = changed;
    }

    private Duration period() {
        return feed.source() instanceof Source.Poll poll ? poll.every() : null;
    }
}
