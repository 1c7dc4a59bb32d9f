package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.schemas.agreement.AgreementState;

/** What ends sharing under an agreement, for ever. */
public sealed interface EndEvent extends AgreementEvent {
    /** Its last second is over. */
    record Expired(Instant at, String by) implements EndEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.ended(Ending.of(AgreementState.EXPIRED, at, "", epoch));
        }

        @Override
        public String what() {
            return "Its time is over.";
        }
    }

    /** The agency ended it. */
    record Revoked(String reason, Instant at, String by) implements EndEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.ended(Ending.of(AgreementState.REVOKED, at, reason, epoch));
        }

        @Override
        public String what() {
            return "The agency revoked it" + Words.because(reason);
        }
    }

    /** The recipient ended it. */
    record Withdrawn(String reason, Instant at, String by) implements EndEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.ended(Ending.of(AgreementState.WITHDRAWN, at, reason, epoch));
        }

        @Override
        public String what() {
            return "The recipient withdrew from it" + Words.because(reason);
        }
    }

    /** It was broken, or what it stood on ended. */
    record Terminated(String reason, Instant at, String by) implements EndEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.ended(Ending.of(AgreementState.TERMINATED, at, reason, epoch));
        }

        @Override
        public String what() {
            return "It was terminated" + Words.because(reason);
        }
    }
}
