package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/** What happened to an agreement. Its state is nothing but the replay of these. */
public sealed interface AgreementEvent {
    /** When it happened. */
    Instant at();

    /** Who did it: the subject of a token, or {@link AgreementCommand#CLOCK}. */
    String by();

    /** Where the agreement stands after it. */
    AgreementState leadsTo();

    /** A draft was written, or written anew. */
    record Drafted(AgreementDocument document, Instant at, String by) implements AgreementEvent {
        @Override
        public AgreementState leadsTo() {
            return AgreementState.DRAFT;
        }
    }

    /** It came into force. */
    record Activated(Instant at, String by) implements AgreementEvent {
        @Override
        public AgreementState leadsTo() {
            return AgreementState.ACTIVE;
        }
    }

    /** Its last second is over. */
    record Expired(Instant at, String by) implements AgreementEvent {
        @Override
        public AgreementState leadsTo() {
            return AgreementState.EXPIRED;
        }
    }

    /** The agency ended it. */
    record Revoked(String reason, Instant at, String by) implements AgreementEvent {
        @Override
        public AgreementState leadsTo() {
            return AgreementState.REVOKED;
        }
    }
}
