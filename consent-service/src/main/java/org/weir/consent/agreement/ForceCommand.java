package org.weir.consent.agreement;

import java.util.List;
import org.weir.schemas.agreement.AgreementState;

/** What the agency wants of an agreement in force. */
public sealed interface ForceCommand extends AgreementCommand {
    /** Let it rest. */
    record Suspend(String reason) implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (agreement.state() == AgreementState.SUSPENDED && act.side() == Side.ASSIGNER) {
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

    /** Make pseudonyms with another key; it must be in the keystore before. */
    record RotateKeys() implements ForceCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Move.ROTATE_KEYS.require(agreement, act);
            return List.of(new ForceEvent.KeysRotated(agreement.keyEpoch() + 1, act.at(), act.by()));
        }
    }
}
