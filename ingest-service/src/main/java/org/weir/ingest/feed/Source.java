package org.weir.ingest.feed;

import java.net.URI;
import java.time.Duration;

/** How a feed's data comes. A polled feed may be pushed to as well. */
public sealed interface Source {
    /**
     * Weir asks.
     *
     * @param url whom, over http or https
     * @param every how often
     * @param timeout how long one answer may take, from connecting to its last byte
     */
    record Poll(URI url, Duration every, Duration timeout) implements Source {}

    /** The agency sends. */
    record Push() implements Source {}
}
