package org.weir.local.plan;

import java.net.URI;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/**
 * The agency whose buses are shown.
 *
 * @param id its id
 * @param name its name for people
 * @param timezone where its clocks are, e.g. {@code America/New_York}
 * @param schedule its static GTFS
 * @param positions the address of its GTFS-Realtime vehicle positions
 * @param everySeconds how often that is asked
 * @param recorded whether it replays the past, so that event time judges freshness
 * @param agreement the agreement under which the planner sees it
 */
public record Publisher(
        AgencyId id,
        String name,
        String timezone,
        Schedule schedule,
        URI positions,
        double everySeconds,
        boolean recorded,
        AgreementId agreement) {

    /** The feed of its vehicle positions. */
    public FeedId feed() {
        return new FeedId(id, "vehicle-positions");
    }
}
