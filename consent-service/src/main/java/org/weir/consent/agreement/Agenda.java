package org.weir.consent.agreement;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;

/** What time will bring to an agreement, and when. */
public final class Agenda {
    private Agenda() {}

    /** When the clock has to look at it next; empty where nothing is to come by itself. */
    public static Optional<Instant> next(Agreement agreement) {
        Version talked = agreement.negotiated();
        return Stream.of(
                        end(agreement),
                        beginning(agreement),
                        talked.state().negotiated() ? talked.deadline() : null,
                        talked.state().negotiated() ? talked.nextReminder() : null,
                        EmergencyReview.nextReminder(agreement))
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }

    /**
     * The command that is due first; empty where none is. An end goes before a beginning, but not before that of an
     * amendment which goes on from there: a renewal takes the place of what would end, however late the clock comes.
     */
    public static Optional<ClockCommand> due(Agreement agreement, Instant now) {
        if (isRenewed(agreement, now)) {
            return Optional.of(new ClockCommand.TakeEffect());
        }
        if (isOver(agreement, now)) {
            return Optional.of(new ClockCommand.Expire());
        }
        if (takesEffect(agreement, now).isPresent()) {
            return Optional.of(new ClockCommand.TakeEffect());
        }
        Optional<ClockCommand> talk = ofTalk(agreement.negotiated(), now);
        if (talk.isPresent()) {
            return talk;
        }
        return isPast(EmergencyReview.nextReminder(agreement), now)
                ? Optional.of(new ClockCommand.RemindOfReview())
                : Optional.empty();
    }

    private static Optional<ClockCommand> ofTalk(Version talked, Instant now) {
        if (!talked.state().negotiated()) {
            return Optional.empty();
        }
        if (isPast(talked.deadline(), now)) {
            return Optional.of(new ClockCommand.Lapse());
        }
        return isPast(talked.nextReminder(), now) ? Optional.of(new ClockCommand.Remind()) : Optional.empty();
    }

    /** Whether its time is over and nobody said so yet, nor signed that it goes on. */
    static boolean isOver(Agreement agreement, Instant now) {
        return isPast(end(agreement), now) && !isRenewed(agreement, now);
    }

    /** Whether an amendment that both signed has begun, no later than the version in force ends, and lasts still. */
    private static boolean isRenewed(Agreement agreement, Instant now) {
        Optional<AgreementDocument> next = agreement.waiting();
        if (next.isEmpty() || !isPast(beginning(agreement), now)) {
            return false;
        }
        Instant end = end(agreement);
        return !(end != null && beginning(agreement).isAfter(end))
                && !isPast(next.get().expires(), now);
    }

    /** The version that both signed and whose first second has come. */
    public static Optional<Version> takesEffect(Agreement agreement, Instant now) {
        return isPast(beginning(agreement), now) ? Optional.of(agreement.negotiated()) : Optional.empty();
    }

    private static Instant end(Agreement agreement) {
        return switch (agreement.state()) {
            case FINALIZED, ACTIVE, SUSPENDED -> agreement.document().expires();
            default -> null;
        };
    }

    /** Nothing begins under a parent that rests. */
    private static Instant beginning(Agreement agreement) {
        Version version = agreement.negotiated();
        boolean held = agreement.proposed() == null && agreement.rest().withParent();
        if (version.state() != AgreementState.FINALIZED || held) {
            return null;
        }
        Instant from = version.document().effectiveFrom();
        return from == null || from.isBefore(version.since()) ? version.since() : from;
    }

    private static boolean isPast(Instant when, Instant now) {
        return when != null && !now.isBefore(when);
    }
}
