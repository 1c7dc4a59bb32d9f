package org.weir.consent.agreement;

import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.AGREED;
import static org.weir.schemas.agreement.AgreementState.DESTRUCTION_CERTIFIED;
import static org.weir.schemas.agreement.AgreementState.DESTRUCTION_DUE;
import static org.weir.schemas.agreement.AgreementState.DRAFT;
import static org.weir.schemas.agreement.AgreementState.EXPIRED;
import static org.weir.schemas.agreement.AgreementState.FINALIZED;
import static org.weir.schemas.agreement.AgreementState.IN_REVIEW;
import static org.weir.schemas.agreement.AgreementState.OFFERED;
import static org.weir.schemas.agreement.AgreementState.REQUESTED;
import static org.weir.schemas.agreement.AgreementState.REVOKED;
import static org.weir.schemas.agreement.AgreementState.SUSPENDED;
import static org.weir.schemas.agreement.AgreementState.TERMINATED;
import static org.weir.schemas.agreement.AgreementState.VERIFIED;
import static org.weir.schemas.agreement.AgreementState.WITHDRAWN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * What people may do with an agreement that exists: in which states, for which party, and what else must hold. Commands
 * ask here before they decide, and so do the buttons of a page.
 */
public enum Move {
    REDRAFT("redraft", "drafted anew", Turn.WRITER, Either.SIDE, DRAFT),
    REQUEST("request", "requested", Turn.NOT_DECLARED, Only.RECIPIENT, DRAFT, OFFERED),
    OFFER("offer", "offered", Turn.NOT_DECLARED, Only.AGENCY, DRAFT, REQUESTED),
    ACCEPT("accept", "accepted", Turn.ANSWERER, Either.SIDE, REQUESTED, OFFERED),
    REFUSE("refuse", "refused", Turn.ANYBODY, Either.SIDE, DRAFT, REQUESTED, OFFERED, IN_REVIEW, AGREED, VERIFIED),
    VOTE("vote", "voted on", Turn.MEMBER, Either.OR_NONE, IN_REVIEW),
    MINUTES("minutes", "minuted", Turn.MEMBER, Either.OR_NONE, IN_REVIEW),
    SIGN("sign", "signed", Turn.SIGNATORY, Either.SIDE, AGREED, VERIFIED),
    AMEND("amend", "amended", Turn.NO_OTHER_AMENDMENT, Either.SIDE, ACTIVE, SUSPENDED),
    SUSPEND("suspend", "suspended", Turn.NOT_SUSPENDED, Only.AGENCY, ACTIVE, SUSPENDED),
    RESUME("resume", "resumed", Turn.PARENT_GOES_ON, Only.AGENCY, SUSPENDED),
    REVOKE("revoke", "revoked", Turn.ANYBODY, Only.AGENCY, FINALIZED, ACTIVE, SUSPENDED),
    WITHDRAW("withdraw", "withdrawn from", Turn.ANYBODY, Only.RECIPIENT, FINALIZED, ACTIVE, SUSPENDED),
    TERMINATE("terminate", "terminated", Turn.ANYBODY, Either.SIDE, FINALIZED, ACTIVE, SUSPENDED),
    ROTATE_KEYS("rotate-keys", "given new keys", Turn.ANYBODY, Only.AGENCY, ACTIVE, SUSPENDED),
    CERTIFY("certificate", "certified as destroyed", Turn.ANYBODY, Only.RECIPIENT, DESTRUCTION_DUE),
    CLOSE(
            "close",
            "closed",
            Turn.NOTHING_OWED,
            Only.AGENCY,
            EXPIRED,
            REVOKED,
            WITHDRAWN,
            TERMINATED,
            DESTRUCTION_CERTIFIED),
    CONFIRM_EMERGENCY("confirm-emergency", "confirmed as an emergency", Turn.SECOND_OFFICER, Only.AGENCY, DRAFT);

    /** Moves about the version that is talked about; the others are about the one that counts. */
    private static final Set<Move> TALK = EnumSet.range(REDRAFT, SIGN);

    private final String id;
    private final String done;
    private final Turn turn;
    private final Set<Side> sides;
    private final Set<AgreementState> states;

    Move(String id, String done, Turn turn, Set<Side> sides, AgreementState first, AgreementState... more) {
        this.id = id;
        this.done = done;
        this.turn = turn;
        this.sides = sides;
        this.states = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    /** Its name in addresses and views. */
    public String id() {
        return id;
    }

    /** In which states it may be made. */
    public Set<AgreementState> states() {
        return states;
    }

    /** For which parties; none where it is no party's. */
    public Set<Side> sides() {
        return sides;
    }

    /** The version that it is about. */
    Version of(Agreement agreement) {
        return TALK.contains(this) ? agreement.negotiated() : agreement.current();
    }

    /** Why it may not be made now, if it may not. */
    public Optional<Refusal> objection(Agreement agreement, Side side, String by) {
        if (!sides.isEmpty() && !sides.contains(side)) {
            return Optional.of(new Refusal(ErrorCode.NOT_ALLOWED, whose()));
        }
        Version version = of(agreement);
        if (!states.contains(version.state())) {
            return refused(version, "that does not allow it to be " + done + '.');
        }
        String why = turn.objection(agreement, version, side, by);
        return why == null ? Optional.empty() : refused(version, why);
    }

    /** @throws Refusal where it may not be made now */
    void require(Agreement agreement, Act act) {
        objection(agreement, act.side(), act.by()).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<Refusal> refused(Version version, String why) {
        return Optional.of(new Refusal(
                ErrorCode.AGREEMENT_STATE,
                "Version " + version.document().version() + " of the agreement is " + version.state() + "; " + why));
    }

    private String whose() {
        return sides.size() > 1
                ? "Only an officer of a party to the agreement may do this."
                : "Only the " + sides.iterator().next().word() + "'s officer may do this.";
    }

    /** A move of one party alone. */
    private static final class Only {
        static final Set<Side> AGENCY = Collections.unmodifiableSet(EnumSet.of(Side.ASSIGNER));
        static final Set<Side> RECIPIENT = Collections.unmodifiableSet(EnumSet.of(Side.ASSIGNEE));
    }

    /** A move of whichever party. */
    private static final class Either {
        static final Set<Side> SIDE = Collections.unmodifiableSet(EnumSet.allOf(Side.class));
        static final Set<Side> OR_NONE = Set.of();
    }
}
