package org.weir.consent.preview;

/**
 * A record as it lies in its feed's raw topic.
 *
 * @param value its bytes; null where it has none
 * @param eventMillis its event time, since 1970
 */
public record RawRecord(byte[] value, long eventMillis) {}
