package org.weir.consent.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What only time brings. Each does nothing before its time, so that the clock may come as often as it likes and a second
 * process may come as well.
 */
public sealed interface ClockCommand extends AgreementCommand {
    /** End what is over. */
    record Expire() implements ClockCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            return Agenda.isOver(agreement, act.at()) ? List.of(new EndEvent.Expired(act.at(), act.by())) : List.of();
        }
    }

    /** Bring into force what both signed, or the amendment in place of the version before. */
    record TakeEffect() implements ClockCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Optional<Version> due = Agenda.takesEffect(agreement, act.at());
            if (due.isEmpty()) {
                return List.of();
            }
            return agreement.proposed() == null
                    ? List.of(new ForceEvent.Activated(act.at(), act.by()))
                    : List.of(new ForceEvent.Amended(due.get().document().version(), act.at(), act.by()));
        }
    }

    /** Let the votes that are there decide, or give up what nobody answered. */
    record Lapse() implements ClockCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Version version = agreement.negotiated();
            if (version.deadline() == null || act.at().isBefore(version.deadline())) {
                return List.of();
            }
            return List.of(ReviewCommand.atItsEnd(version, act)
                    .orElseGet(() -> new NegotiationEvent.TimedOut(act.at(), act.by())));
        }
    }

    /** Remind whoever lets a deadline come near. */
    record Remind() implements ClockCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Version version = agreement.negotiated();
            boolean due = version.nextReminder() != null && !act.at().isBefore(version.nextReminder());
            return due ? List.of(new NegotiationEvent.Reminded(version.deadline(), act.at(), act.by())) : List.of();
        }
    }

    /** Remind both parties of an emergency that nobody has reviewed. */
    record RemindOfReview() implements ClockCommand {
        @Override
        public List<AgreementEvent> decide(Agreement agreement, Act act) {
            Instant next = EmergencyReview.nextReminder(agreement);
            return next == null || act.at().isBefore(next)
                    ? List.of()
                    : List.of(new ExceptionEvent.ReviewReminded(
                            agreement.document().emergency().reviewBy(), act.at(), act.by()));
        }
    }
}
