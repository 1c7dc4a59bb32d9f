package org.weir.dashboard.live.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.weir.dashboard.live.Fleet;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.PositionReader;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.SharedTopic;

/** The fleets of all feeds under all agreements, behind one lock: the reader writes, the ticker reads. */
@ApplicationScoped
public class Fleets {
    private final Standings standings;
    private final Clock clock;
    private final Map<SharedTopic, Fleet> fleets = new HashMap<>();

    Fleets(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * Takes a record of a shared topic. What an ended agreement once shared is never shown again.
     *
     * @param fresh whether it came after this service began to read, and not from before
     * @throws IOException where it is not a position
     */
    void accept(SharedTopic topic, byte[] value, boolean fresh) throws IOException {
        VehiclePosition position = PositionReader.read(value);
        Instant now = clock.instant();
        if (standings.ended(topic.agreement(), now)) {
            return;
        }
        boolean recorded =
                standings.feed(topic.feed()).map(FeedAnnouncement::recorded).orElse(false);
        synchronized (fleets) {
            fleets.computeIfAbsent(topic, t -> new Fleet(recorded)).accept(position);
        }
        if (!recorded && position.timestamp() > 0) {
            Instant event = Instant.ofEpochSecond(position.timestamp());
            standings.sharedAt(topic.feed(), event.isAfter(now) ? now : event);
        } else if (fresh) {
            standings.sharedAt(topic.feed(), now);
        }
    }

    /** Whether a record of that event time need not be read: days that are over come by the million, and are not shown. */
    boolean isPast(SharedTopic topic, long eventMillis) {
        synchronized (fleets) {
            Fleet fleet = fleets.get(topic);
            return fleet != null
                    && fleet.isPast(eventMillis / 1000, clock.instant().getEpochSecond());
        }
    }

    /** Drops everything that came under an agreement. */
    void drop(AgreementId agreement) {
        synchronized (fleets) {
            fleets.keySet().removeIf(topic -> topic.agreement().equals(agreement));
        }
    }

    /** Reads a fleet; null where none is known. */
    <T> T read(FeedId feed, AgreementId agreement, Function<Fleet, T> question) {
        synchronized (fleets) {
            for (Map.Entry<SharedTopic, Fleet> each : fleets.entrySet()) {
                SharedTopic topic = each.getKey();
                if (topic.feed().equals(feed) && topic.agreement().equals(agreement)) {
                    return question.apply(each.getValue());
                }
            }
            return null;
        }
    }
}
