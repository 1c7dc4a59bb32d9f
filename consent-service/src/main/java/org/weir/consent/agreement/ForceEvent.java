package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.schemas.agreement.AgreementState;

/** What happens to an agreement that is in force. */
public sealed interface ForceEvent extends AgreementEvent {
    /** It came into force. Before there were signatures, by the word of one officer. */
    record Activated(Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.standing(AgreementState.ACTIVE, at).running();
        }

        @Override
        public String what() {
            return "It came into force.";
        }
    }

    /**
     * The amendment took the place of the version before, in one change: no record falls between the two. Where the
     * agreement rests it goes on resting.
     */
    record Amended(int version, Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            AgreementState state = before.state();
            return before.withAmendmentInForce(
                    before.current().in(AgreementState.AMENDED, at, null),
                    before.proposed().in(state, at, null));
        }

        @Override
        public String what() {
            return "Version " + version + " took the place of the one before.";
        }
    }

    /** It rests. */
    record Suspended(String reason, Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.standing(AgreementState.SUSPENDED, at);
        }

        @Override
        public String what() {
            return "The agency suspended it" + Words.because(reason);
        }
    }

    /** It is in force again. */
    record Resumed(Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.standing(AgreementState.ACTIVE, at);
        }

        @Override
        public String what() {
            return "The agency resumed it.";
        }
    }

    /** Pseudonyms are made with another key from now on. */
    record KeysRotated(int keyEpoch, Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.withKeys(keyEpoch, epoch);
        }

        @Override
        public String what() {
            return "Its keys were rotated; pseudonyms change from here on.";
        }
    }
}
