package org.weir.consent.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Emergency;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What brings an agreement into force without the usual course. */
public sealed interface ExceptionCommand extends AgreementCommand {
    /** Declare an emergency, as the first of two officers of the agency. */
    record DeclareEmergency(AgreementDocument document) implements ExceptionCommand {
        @Override
        public boolean founds() {
            return true;
        }

        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            requireAgency(act);
            requireSunset(document, act.at());
            return List.of(new ExceptionEvent.EmergencyDeclared(document, act.at(), act.by()));
        }
    }

    /** Confirm it, as the second. */
    record ConfirmEmergency() implements ExceptionCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Version version = agreement.current();
            if (version.declaredBy() != null && version.state() == AgreementState.ACTIVE) {
                return List.of();
            }
            Move.CONFIRM_EMERGENCY.require(agreement, act);
            requireSunset(version.document(), act.at());
            return List.of(new ExceptionEvent.EmergencyConfirmed(act.at(), act.by()));
        }
    }

    /** Draw on a feed whose sharing is presumed. Whoever gives this command has checked the jurisdiction's rules. */
    record Draw(AgreementDocument document) implements ExceptionCommand {
        @Override
        public boolean founds() {
            return true;
        }

        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (document.presumption() == null) {
                throw new Refusal(
                        ErrorCode.AGREEMENT_OTHER_TEXT, "The text names no jurisdiction that presumes sharing.");
            }
            if (act.side() != Side.ASSIGNEE) {
                throw new Refusal(ErrorCode.NOT_ALLOWED, "Only the member that receives the data draws on it.");
            }
            return List.of(new ExceptionEvent.Drawn(document, act.at(), act.by()));
        }
    }

    private static void requireAgency(Act act) {
        if (act.side() != Side.ASSIGNER) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "Only the agency's officers declare an emergency.");
        }
    }

    /** It ends by itself: the text says when, and that is at most thirty days away. */
    private static void requireSunset(AgreementDocument document, Instant now) {
        Emergency emergency = document.emergency();
        if (emergency == null || emergency.sunset() == null) {
            throw new Refusal(ErrorCode.AGREEMENT_EMERGENCY, "The text declares no emergency with a sunset.");
        }
        if (!emergency.sunset().equals(document.expires())) {
            throw new Refusal(ErrorCode.AGREEMENT_EMERGENCY, "An emergency's agreement expires at its sunset.");
        }
        Instant latest = now.plus(Duration.ofDays(Emergency.MOST_DAYS));
        if (!emergency.sunset().isAfter(now) || emergency.sunset().isAfter(latest)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_EMERGENCY,
                    "The sunset " + Wording.day(emergency.sunset()) + " is not within the next " + Emergency.MOST_DAYS
                            + " days.");
        }
    }
}
