package org.weir.consent.review;

import java.time.Instant;

/** What was said when the board sat, as a member wrote it down. */
public record Minute(String by, Instant at, String text) {}
