package org.weir.dashboard.rank;

/** From one stop of a route and direction to the next. */
public record LinkKey(LineKey line, String fromStop, String toStop) {}
