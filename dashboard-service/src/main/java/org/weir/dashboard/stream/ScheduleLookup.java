package org.weir.dashboard.stream;

import org.weir.dashboard.schedule.Schedule;
import org.weir.schemas.id.FeedId;

/** Where the topology finds schedules. */
@FunctionalInterface
public interface ScheduleLookup {
    /** The feed's present schedule; null where there is none. May wait a little for one that is being imported. */
    Schedule of(FeedId feed);
}
