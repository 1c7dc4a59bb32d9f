package org.weir.dashboard.rank;

/** A route of one feed in one direction. */
public record LineKey(String feed, String route, int direction) {}
