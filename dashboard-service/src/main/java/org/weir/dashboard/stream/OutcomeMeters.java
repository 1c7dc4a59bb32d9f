package org.weir.dashboard.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.id.FeedId;

/** Outcomes as meters: for each feed, positions matched and unmatched by reason add up to the positions that came. */
@ApplicationScoped
public class OutcomeMeters implements Outcomes {
    private final MeterRegistry meters;
    private final Map<FeedId, OfFeed> feeds = new ConcurrentHashMap<>();

    OutcomeMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public OfFeed of(FeedId feed) {
        return feeds.computeIfAbsent(feed, f -> new Counters(meters, f));
    }

    @Override
    public void unreadable(String where) {
        meters.counter("weir.movement.unreadable", "reason", where).increment();
    }

    private static final class Counters implements OfFeed {
        private final Counter matched;
        private final Counter given;
        private final Map<Unmatched, Counter> unmatched = new EnumMap<>(Unmatched.class);

        Counters(MeterRegistry meters, FeedId feed) {
            matched = counter(meters, feed, "matched", "none");
            given = meters.counter("weir.movement.runs", "feed", feed.value());
            for (Unmatched each : Unmatched.values()) {
                unmatched.put(each, counter(meters, feed, "unmatched", each.code()));
            }
        }

        private static Counter counter(MeterRegistry meters, FeedId feed, String outcome, String reason) {
            return meters.counter(
                    "weir.movement.positions", "feed", feed.value(), "outcome", outcome, "reason", reason);
        }

        @Override
        public void matched(int more) {
            matched.increment(more);
        }

        @Override
        public void unmatched(Unmatched reason) {
            unmatched.get(reason).increment();
        }

        @Override
        public void given() {
            given.increment();
        }
    }
}
