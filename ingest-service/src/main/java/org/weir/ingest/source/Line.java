package org.weir.ingest.source;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.weir.ingest.feed.Agency;
import org.weir.ingest.feed.Feed;
import org.weir.ingest.feed.Source;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.HealthView;
import org.weir.ingest.publish.Intake;
import org.weir.ingest.publish.Lane;

/** One registered feed at work: its registration as it stands, its two ways in, its health, its polls. */
public final class Line {
    private final Agency agency;
    private final FeedHealth health;
    private final Intake intake;
    private final Intake past;
    private volatile Feed feed;

    /**
     * @param intakes makes the way in of a lane
     */
    Line(Feed feed, Agency agency, FeedHealth health, Function<Supplier<Lane>, Intake> intakes) {
        this.feed = feed;
        this.agency = agency;
        this.health = health;
        this.intake = intakes.apply(() -> Lane.live(this.feed));
        this.past = intakes.apply(Lane::past);
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

    /** Where days that are over come in; it remembers what came there by itself. */
    Intake past() {
        return past;
    }

    void change(Feed changed) {
        feed = changed;
    }

    private Duration period() {
        return feed.source() instanceof Source.Poll poll ? poll.every() : null;
    }
}
