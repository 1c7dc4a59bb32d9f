package org.weir.consent.agreement;

import java.util.List;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.AgreementId;

/** What ends sharing. Asked twice it ends once, and whoever asks again gets the same receipt. */
public sealed interface EndCommand extends AgreementCommand {
    /** End it because the agency says so. */
    record Revoke(String reason) implements EndCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (is(agreement, AgreementState.REVOKED) && act.side() == Side.ASSIGNER) {
                return List.of();
            }
            Move.REVOKE.require(agreement, act);
            return List.of(new EndEvent.Revoked(reason, act.at(), act.by()));
        }
    }

    /** End it because the recipient says so. */
    record Withdraw(String reason) implements EndCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (is(agreement, AgreementState.WITHDRAWN) && act.side() == Side.ASSIGNEE) {
                return List.of();
            }
            Move.WITHDRAW.require(agreement, act);
            return List.of(new EndEvent.Withdrawn(reason, act.at(), act.by()));
        }
    }

    /** End it because it was broken. */
    record Terminate(String reason) implements EndCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            if (is(agreement, AgreementState.TERMINATED) && act.side() != null) {
                return List.of();
            }
            Move.TERMINATE.require(agreement, act);
            return List.of(new EndEvent.Terminated(reason, act.at(), act.by()));
        }
    }

    /** End it because what it stands on ended or a prohibition was filed: by the clock, not by a person. */
    record EndWith(String reason) implements EndCommand {
        /** Because its parent ended. */
        public static EndWith parent(AgreementId parent, AgreementState as) {
            return new EndWith("Its parent " + parent + " is " + as + '.');
        }

        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            return Move.TERMINATE.states().contains(agreement.state())
                    ? List.of(new EndEvent.Terminated(reason, act.at(), act.by()))
                    : List.of();
        }
    }

    private static boolean is(Agreement agreement, AgreementState ended) {
        return agreement.endedAs() == ended;
    }
}
