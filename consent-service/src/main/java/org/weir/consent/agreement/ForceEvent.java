package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;

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
            return before.resting(before.rest().byHand(true), at);
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
            return before.resting(before.rest().byHand(false), at);
        }

        @Override
        public String what() {
            return "The agency resumed it.";
        }
    }

    /** What it inherits from rests, and it rests with it; where it has not begun yet, it does not begin. */
    record SuspendedWithParent(AgreementId parent, Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.resting(before.rest().withParent(true), at);
        }

        @Override
        public String what() {
            return "Nothing flows under it while its parent " + parent + " rests.";
        }
    }

    /** What it inherits from goes on, and it goes on with it; where the agency suspended it as well, it rests still. */
    record ResumedWithParent(AgreementId parent, Instant at, String by) implements ForceEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.resting(before.rest().withParent(false), at);
        }

        @Override
        public String what() {
            return "Its parent " + parent + " goes on.";
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
