package org.weir.consent.agreement;

import java.time.Instant;

/**
 * What happened to an agreement. Its state is nothing but the replay of these. An event is kept for ever: its name and
 * its components stay as they are, and what it gains may be absent from the events of before.
 */
public sealed interface AgreementEvent
        permits NegotiationEvent, ReviewEvent, SigningEvent, ForceEvent, EndEvent, DestructionEvent, ExceptionEvent {
    /** When it happened. */
    Instant at();

    /** Who did it: the subject of a token, or {@link Act#CLOCK}. */
    String by();

    /** In a sentence, for people. */
    String what();

    /**
     * The agreement after it.
     *
     * @param before the agreement so far; null before the first event
     * @param epoch the event's number among all changes of agreements
     */
    Agreement replay(Agreement before, long epoch);
}
