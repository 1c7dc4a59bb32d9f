package org.weir.ingest;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.weir.ingest.feed.KeyRing;

/** What the parts of the service share. */
class Shared {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    KeyRing keys() {
        return new KeyRing();
    }
}
