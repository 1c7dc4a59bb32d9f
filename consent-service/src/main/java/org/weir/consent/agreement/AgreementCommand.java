package org.weir.consent.agreement;

import java.util.List;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What somebody wants done to an agreement. */
public sealed interface AgreementCommand
        permits NegotiationCommand,
                ReviewCommand,
                SigningCommand,
                ForceCommand,
                EndCommand,
                DestructionCommand,
                ExceptionCommand,
                ClockCommand {
    /**
     * Decides it; changes nothing.
     *
     * @param agreement the agreement so far; null where there is none and the command {@link #founds} one
     * @return what happens then; nothing where what is wanted is so already
     * @throws Refusal where the agreement does not allow it
     */
    List<AgreementEvent> decide(Agreement agreement, Act act);

    /** Whether it makes a new agreement. */
    default boolean founds() {
        return false;
    }

    private static Refusal unknown() {
        return new Refusal(ErrorCode.UNKNOWN_AGREEMENT, "There is no agreement of that id.");
    }

    /** Decides a command about an agreement that may exist or not. */
    static List<AgreementEvent> decide(java.util.Optional<Agreement> current, AgreementCommand command, Act act) {
        if (!command.founds()) {
            return command.decide(current.orElseThrow(AgreementCommand::unknown), act);
        }
        if (current.isPresent()) {
            throw new Refusal(
                    ErrorCode.ALREADY_EXISTS,
                    "The agreement " + current.get().document().uid() + " exists already.");
        }
        return command.decide(null, act);
    }
}
