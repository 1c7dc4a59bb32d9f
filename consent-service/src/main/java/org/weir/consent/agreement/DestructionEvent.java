package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.DestructionCertificate;

/** What happens to what was shared, once sharing has ended. */
public sealed interface DestructionEvent extends AgreementEvent {
    /** The shared topics were deleted to their end; the recipient must destroy what it took from them. */
    record DestructionDemanded(Instant topicDeletedAt, Instant destroyBy, Instant at, String by)
            implements DestructionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.withEnding(
                    AgreementState.DESTRUCTION_DUE, at, before.ending().demanded(topicDeletedAt, destroyBy));
        }

        @Override
        public String what() {
            return "The shared records were deleted; the recipient must destroy its own by "
                    + Wording.day(destroyBy, "no set day") + ".";
        }
    }

    /** The recipient certified that it holds nothing more. */
    record DestructionCertified(DestructionCertificate certificate, Instant at, String by) implements DestructionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.withEnding(
                    AgreementState.DESTRUCTION_CERTIFIED, at, before.ending().certified(certificate));
        }

        @Override
        public String what() {
            return "The recipient certified the destruction.";
        }
    }

    /** Nothing is left to do. */
    record Closed(Instant at, String by) implements DestructionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.withEnding(AgreementState.CLOSED, at, before.ending());
        }

        @Override
        public String what() {
            return "It was closed.";
        }
    }
}
