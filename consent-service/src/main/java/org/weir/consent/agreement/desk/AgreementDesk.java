package org.weir.consent.agreement.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementCommand;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Deadlines;
import org.weir.consent.agreement.Move;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.store.AgreementStore;
import org.weir.consent.config.ConsentSettings;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Where every command comes in: it is decided, its events are kept, and it is answered when the topics hold them. Of two
 * commands at once the second is decided against what the first made.
 */
@ApplicationScoped
public class AgreementDesk {
    private final AgreementStore store;
    private final AgreementPublisher publisher;
    private final Deadlines deadlines;
    private final Clock clock;

    AgreementDesk(AgreementStore store, AgreementPublisher publisher, ConsentSettings settings, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.deadlines = new Deadlines(
                settings.agreements().answerWithin(), settings.agreements().signatureWithin());
        this.clock = clock;
    }

    public Agreement required(AgreementId id) {
        return store.find(id)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_AGREEMENT, "There is no agreement " + id + "."));
    }

    /** Every agreement, by id. */
    public List<Agreement> all() {
        return store.all();
    }

    /**
     * Makes a caller's move.
     *
     * @param command gives the command from the agreement as it stands
     * @throws Refusal where the caller may not make it, or not now
     */
    public Agreement move(Caller caller, AgreementId id, Move move, Function<Agreement, AgreementCommand> command) {
        Agreement agreement = required(id);
        new Standing(caller).requireRole(move);
        return change(id, command.apply(agreement), act(caller, caller.sideOf(agreement.document())));
    }

    /** Gives a command about an agreement that may exist or not. */
    public Agreement change(AgreementId id, AgreementCommand command, Act act) {
        Agreement agreement = store.change(id, current -> AgreementCommand.decide(current, command, act));
        publisher.publishPending();
        return agreement;
    }

    /** What somebody does now for a party, or for neither. */
    public Act act(Caller caller, Side side) {
        return new Act(now(), caller.subject(), side, deadlines);
    }

    /** What time does now. */
    public Act actOfClock() {
        return Act.ofClock(now(), deadlines);
    }

    /** Milliseconds are what JSON and PostgreSQL both keep. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
