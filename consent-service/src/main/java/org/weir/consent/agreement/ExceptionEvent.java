package org.weir.consent.agreement;

import java.time.Instant;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/** What brings an agreement into force without the usual course. */
public sealed interface ExceptionEvent extends AgreementEvent {
    /** An officer of the agency declared an emergency; a second one must confirm it. */
    record EmergencyDeclared(AgreementDocument document, Instant at, String by) implements ExceptionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return Agreement.of(Version.drafted(document, Side.ASSIGNER, at).declared(by));
        }

        @Override
        public String what() {
            return "An emergency was declared: " + document.emergency().declaration();
        }
    }

    /** A second officer confirmed it: it is in force until its sunset. */
    record EmergencyConfirmed(Instant at, String by) implements ExceptionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.standing(AgreementState.ACTIVE, at).running();
        }

        @Override
        public String what() {
            return "A second officer confirmed the emergency; it came into force.";
        }
    }

    /** The day comes near by which both parties must have looked at it. */
    record ReviewReminded(Instant reviewBy, Instant at, String by) implements ExceptionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            return before.withCurrent(before.current().reminded());
        }

        @Override
        public String what() {
            return "A reminder: the emergency is to be reviewed by " + Wording.day(reviewBy, "no set day") + ".";
        }
    }

    /** A member drew on a feed whose sharing its jurisdiction's law presumes. */
    record Drawn(AgreementDocument document, Instant at, String by) implements ExceptionEvent {
        @Override
        public Agreement replay(Agreement before, long epoch) {
            Version drawn = Version.drafted(document, Side.ASSIGNEE, at);
            return Agreement.of(drawn.in(AgreementState.ACTIVE, at, null)).running();
        }

        @Override
        public String what() {
            return "It was drawn under the presumption of sharing: " + document.authority();
        }
    }
}
