package org.weir.local.history;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Days that are over. */
interface PastDays {

    /** Their names, in the order in which they are sent. */
    List<String> names();

    /** Plays one of them, each vehicle's positions in their order. */
    void play(String name, Consumer<FeedEntity> to) throws IOException;
}
