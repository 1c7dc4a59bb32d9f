package org.weir.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a service that ended by itself is started again: a little later each time, and no more where it goes on ending.
 *
 * @param lately when it was started again, of late
 */
record Restarts(List<Instant> lately) {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** Who ran so long has recovered. */
    private static final Duration OF_LATE = Duration.ofMinutes(10);

    static final Restarts NONE = new Restarts(List.of());

    /** How long to wait before the next; nothing where it has been tried often enough. */
    Optional<Duration> next(Instant now) {
        int tried = since(now).size();
        return tried < WAITS.size() ? Optional.of(WAITS.get(tried)) : Optional.empty();
    }

    Restarts with(Instant now) {
        List<Instant> all = new ArrayList<>(since(now));
        all.add(now);
        return new Restarts(List.copyOf(all));
    }

    private List<Instant> since(Instant now) {
        return lately.stream().filter(at -> at.isAfter(now.minus(OF_LATE))).toList();
    }
}
