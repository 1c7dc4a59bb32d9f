package org.weir.consent.agreement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** An agreement's life in a test: commands are decided, their events kept, and the agreement is only ever their replay. */
final class Course {
    static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    final List<Agreement.Numbered> events = new ArrayList<>();
    Instant now = START;

    Agreement agreement() {
        return Agreement.replay(events).orElseThrow();
    }

    Optional<Agreement> find() {
        return Agreement.replay(events);
    }

    /** Decides and keeps what happens; what refuses changes nothing. */
    Agreement done(AgreementCommand command, Act act) {
        for (AgreementEvent event : AgreementCommand.decide(find(), command, act)) {
            events.add(new Agreement.Numbered(101 + events.size(), event));
        }
        return agreement();
    }

    Agreement agency(AgreementCommand command) {
        return done(command, act("dana", Side.ASSIGNER));
    }

    Agreement recipient(AgreementCommand command) {
        return done(command, act("rita", Side.ASSIGNEE));
    }

    Agreement clock(AgreementCommand command) {
        return done(command, Act.ofClock(now, Deadlines.USUAL));
    }

    /** Lets time pass and the clock do what is due, one after the other. */
    Agreement after(Duration time) {
        now = now.plus(time);
        for (Optional<ClockCommand> due = due(); due.isPresent(); due = due()) {
            clock(due.get());
        }
        return agreement();
    }

    Optional<ClockCommand> due() {
        return Agenda.due(agreement(), now);
    }

    Act act(String by, Side side) {
        return new Act(now, by, side, Deadlines.USUAL);
    }

    /** The text that is talked about. */
    AgreementDocument text() {
        return agreement().negotiated().document();
    }

    Agreement agencySigns() {
        return agency(new SigningCommand.Sign(text(), signature(Side.ASSIGNER, "sha256:1")));
    }

    Agreement recipientSigns() {
        return recipient(new SigningCommand.Sign(text(), signature(Side.ASSIGNEE, "sha256:1")));
    }

    Signature signature(Side side, String hash) {
        return new Signature(side, "whoever", side.word() + "-1", now, hash, "c2ln");
    }

    /** Drafted, requested, offered, accepted, signed by both. */
    Agreement finalized(AgreementDocument document) {
        agency(new NegotiationCommand.Draft(document));
        return agreed();
    }

    /** The draft that is there, brought to both signatures. */
    Agreement agreed() {
        agency(new NegotiationCommand.Offer(null));
        recipient(new NegotiationCommand.Accept(text(), null));
        recipientSigns();
        return agencySigns();
    }

    Agreement active(AgreementDocument document) {
        finalized(document);
        return after(Duration.ZERO);
    }
}
