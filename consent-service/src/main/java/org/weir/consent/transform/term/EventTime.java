package org.weir.consent.transform.term;

/** The field that says when a record happened; the envelope of a shared record says the same. */
final class EventTime {
    static final String FIELD = "timestamp";
    static final String IN_THE_ENVELOPE =
            "is on timestamp, but each shared record's envelope tells its event time; generalise it by time instead";

    private EventTime() {}
}
