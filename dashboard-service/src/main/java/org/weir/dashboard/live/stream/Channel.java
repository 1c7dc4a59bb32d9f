package org.weir.dashboard.live.stream;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weir.dashboard.live.Fleet;
import org.weir.dashboard.standing.Standing;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/** All viewers of one feed. Only the ticker's thread calls {@link #tick}; anybody may join. */
final class Channel {
    private static final int HEALTH_EVERY = 5;
    private static final int PING_EVERY = 15;

    private final FeedId feed;
    private final Standings standings;
    private final Fleets fleets;
    private final LiveEvents events;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();

    private long id;
    private int ticks;
    private long sent;
    private String standingShown = "";
    private AgreementId agreementShown;
    private long receivedBefore;
    private long newestBefore;
    private Instant newestAt;

    Channel(FeedId feed, Standings standings, Fleets fleets, LiveEvents events) {
        this.feed = feed;
        this.standings = standings;
        this.fleets = fleets;
        this.events = events;
    }

    void join(Viewer viewer) {
        viewers.add(viewer);
    }

    boolean empty() {
        return viewers.isEmpty();
    }

    /** Sends what is new. */
    void tick(Instant now, boolean second) {
        viewers.removeIf(viewer -> viewer.closed() || viewer.over(now));
        Standing standing = standings.of(feed, now).orElse(null);
        if (viewers.isEmpty() || standing == null) {
            return;
        }
        id++;
        standing(standing);
        if (!second) {
            return;
        }
        ticks++;
        if (standing.inForce()) {
            AgreementId agreement = standing.agreement().document().uid();
            if (!agreement.equals(agreementShown)) {
                startOver(agreement);
            }
            if (fleets.read(feed, agreement, fleet -> positions(fleet, now)) == null) {
                everyoneBehind();
            }
        }
        if (ticks % PING_EVERY == 0) {
            viewers.forEach(viewer -> viewer.send("ping", id, "{}"));
        }
    }

    private void standing(Standing standing) {
        String text = events.standing(standing.withoutLastShared());
        boolean changed = !text.equals(standingShown);
        standingShown = text;
        String full = null;
        for (Viewer viewer : viewers) {
            if (changed || !viewer.greeted()) {
                full = full == null ? events.standing(standing) : full;
                viewer.send("standing", id, full);
                viewer.greet();
            }
        }
        if (!standing.inForce() && agreementShown != null) {
            // Under a later agreement everybody begins with the whole picture again.
            startOver(null);
        }
    }

    private void startOver(AgreementId agreement) {
        agreementShown = agreement;
        sent = 0;
        receivedBefore = 0;
        newestBefore = 0;
        everyoneBehind();
    }

    private void everyoneBehind() {
        viewers.forEach(Viewer::fallBehind);
    }

    private Boolean positions(Fleet fleet, Instant now) {
        long wall = now.getEpochSecond();
        if (fleet.newest() != newestBefore) {
            newestBefore = fleet.newest();
            newestAt = now;
        }
        List<String> gone = fleet.expire(wall);
        // Until the first tick after a start, a change number of 0 would mean everything.
        long since = Math.max(sent, 1);
        String delta = null;
        String full = null;
        for (Viewer viewer : viewers) {
            if (!viewer.ready()) {
                viewer.fallBehind();
            } else if (viewer.behind()) {
                full = full == null ? events.positions(feed, fleet, wall, 0, List.of()) : full;
                viewer.send("positions", id, full);
                viewer.caughtUp();
            } else {
                delta = delta == null ? events.positions(feed, fleet, wall, since, gone) : delta;
                viewer.send("positions", id, delta);
            }
        }
        sent = fleet.changes();
        if (ticks % HEALTH_EVERY == 1) {
            health(fleet, now);
        }
        return true;
    }

    private void health(Fleet fleet, Instant now) {
        long wall = now.getEpochSecond();
        double perSecond = receivedBefore == 0 ? 0 : (fleet.received() - receivedBefore) / (double) HEALTH_EVERY;
        receivedBefore = fleet.received();
        String text = events.health(feed, fleet, wall, lag(fleet, wall), perSecond);
        viewers.forEach(viewer -> viewer.send("health", id, text));
    }

    /** How far behind the feed is, in seconds; null where no record said when: an agreement may withhold that. */
    private Long lag(Fleet fleet, long wall) {
        if (fleet.newest() == 0) {
            return null;
        }
        boolean recorded = fleet.now(wall) != wall;
        // The age of a recorded event says nothing: how long ago the newest one came says it.
        return recorded ? wall - newestAt.getEpochSecond() : Math.max(0, wall - fleet.newest());
    }
}
