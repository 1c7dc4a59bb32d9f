package org.weir.dashboard.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.dashboard.movement.Unmatched;
import org.weir.schemas.id.FeedId;

/** Outcomes as meters: for each feed, positions matched and unmatched by reason add up to the positions that came. */
@ApplicationScoped
public class OutcomeMeters implements Outcomes {
    private static final String POSITIONS = "weir.movement.positions";

    private final MeterRegistry meters;
    private final Map<FeedId, Counter> matched = new ConcurrentHashMap<>();
    private final Map<FeedId, Counter> given = new ConcurrentHashMap<>();
    private final Map<Unmatched, Map<FeedId, Counter>> unmatched = new ConcurrentHashMap<>();

    OutcomeMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void matched(FeedId feed) {
        matched.computeIfAbsent(feed, f -> counter(f, "matched", "none")).increment();
    }

    @Override
    public void unmatched(FeedId feed, Unmatched reason) {
        unmatched
                .computeIfAbsent(reason, r -> new ConcurrentHashMap<>())
                .computeIfAbsent(feed, f -> counter(f, "unmatched", reason.code()))
                .increment();
    }

    @Override
    public void unreadable(String where) {
        meters.counter("weir.movement.unreadable", "reason", where).increment();
    }

    @Override
    public void given(FeedId feed) {
        given.computeIfAbsent(feed, f -> meters.counter("weir.movement.runs", "feed", f.value()))
                .increment();
    }

    private Counter counter(FeedId feed, String outcome, String reason) {
        return meters.counter(POSITIONS, "feed", feed.value(), "outcome", outcome, "reason", reason);
    }
}
