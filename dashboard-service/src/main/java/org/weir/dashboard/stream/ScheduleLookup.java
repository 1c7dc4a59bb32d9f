package org.weir.dashboard.stream;

import java.util.List;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.schemas.id.FeedId;

/** Where the topology finds schedules. */
@FunctionalInterface
public interface ScheduleLookup {
    /** The feed's present schedule; null where there is none. May wait a little for one that is being imported. */
    Schedule of(FeedId feed);

    /** Whether those that were stored before this start are all read. */
    default boolean complete() {
        return true;
    }

    /** All versions of it that are kept, and which holds when; null where there is none. Waits likewise. */
    default ScheduleBook book(FeedId feed) {
        Schedule schedule = of(feed);
        return schedule == null ? null : ScheduleBook.of(List.of(schedule));
    }

    /** A version that somebody named, be it known here already or not; null where it is no longer kept. */
    default Schedule version(FeedId feed, String name) {
        ScheduleBook book = book(feed);
        return book == null ? null : book.version(name);
    }
}
