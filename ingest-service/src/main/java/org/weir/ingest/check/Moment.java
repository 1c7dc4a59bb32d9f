package org.weir.ingest.check;

/**
 * When a record is judged.
 *
 * @param now POSIX seconds of the wall clock
 * @param recorded whether the feed replays the past, so that age is no fault
 */
public record Moment(long now, boolean recorded) {}
