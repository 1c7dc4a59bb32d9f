package org.weir.consent.agreement;

import java.util.List;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What the agency wants of an agreement in force. */
public sealed interface ForceCommand extends AgreementCommand {
    /** Let it rest. */
    record Suspend(String reason) implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            boolean said = agreement.state() == AgreementState.SUSPENDED
                    && agreement.rest().byHand();
            if (said && act.side() == Side.ASSIGNER) {
                return List.of();
            }
            Move.SUSPEND.require(agreement, act);
            return List.of(new ForceEvent.Suspended(reason, act.at(), act.by()));
        }
    }

    /** Let it go on. */
    record Resume() implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.state() == AgreementState.ACTIVE && act.side() == Side.ASSIGNER) {
                return List.of();
            }
            Move.RESUME.require(agreement, act);
            return List.of(new ForceEvent.Resumed(act.at(), act.by()));
        }
    }

    /** Let it rest, or not begin, because what it inherits from rests: by the clock, not by a person. */
    record RestWithParent() implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            return isBound(agreement) && !agreement.rest().withParent()
                    ? List.of(new ForceEvent.SuspendedWithParent(
                            agreement.document().inheritFrom(), act.at(), act.by()))
                    : List.of();
        }
    }

    /** Let it go on with what it inherits from, unless the agency suspended it as well. */
    record GoOnWithParent() implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            return isBound(agreement) && agreement.rest().withParent()
                    ? List.of(new ForceEvent.ResumedWithParent(
                            agreement.document().inheritFrom(), act.at(), act.by()))
                    : List.of();
        }
    }

    /**
     * Make pseudonyms with another key; it must be in the keystore before. Of two at once the second finds the key of the
     * first, and asks for nothing more.
     *
     * @param to the key that was made ready, by its number
     */
    record RotateKeys(int to) implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.keyEpoch() == to && agreement.rotatedIn() > 0 && act.side() == Side.ASSIGNER) {
                return List.of();
            }
            Move.ROTATE_KEYS.require(agreement, act);
            if (to != agreement.keyEpoch() + 1) {
                throw new Refusal(
                        ErrorCode.AGREEMENT_STATE,
                        "Key " + to + " does not follow key " + agreement.keyEpoch() + ", which is in use.");
            }
            return List.of(new ForceEvent.KeysRotated(to, act.at(), act.by()));
        }
    }

    /** Whether both signed it, it has not ended, and there is something above it. */
    private static boolean isBound(Agreement agreement) {
        return agreement.document().inheritFrom() != null
                && Move.TERMINATE.states().contains(agreement.state());
    }
}
