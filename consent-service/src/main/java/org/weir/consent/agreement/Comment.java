package org.weir.consent.agreement;

import java.time.Instant;

/**
 * What somebody remarked.
 *
 * @param side for which party; null for one who speaks for neither, e.g. a board's member
 */
public record Comment(String by, Side side, Instant at, String text) {}
