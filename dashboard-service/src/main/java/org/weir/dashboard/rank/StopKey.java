package org.weir.dashboard.rank;

/** A stop of one feed. */
public record StopKey(String feed, String stop) {}
