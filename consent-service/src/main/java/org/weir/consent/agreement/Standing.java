package org.weir.consent.agreement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weir.consent.review.Review;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Who may do what with an agreement. Commands are let in by it and pages show their buttons by it, so that no button
 * lies.
 */
public final class Standing {
    /** The move that everybody who reads may make; it is no move of a party. */
    public static final String COMMENT = "comment";

    private static final Set<String> READ_ALL = Set.of(Roles.AUDITOR, Roles.OPS);
    private static final Set<String> MAY_REMARK =
            Set.of(Roles.DATA_OFFICER, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR);
    private static final Map<Move, Set<String>> ROLES = roles();

    private final Caller caller;

    public Standing(Caller caller) {
        this.caller = caller;
    }

    /** Which roles make the move. */
    public static Set<String> roles(Move move) {
        return ROLES.get(move);
    }

    /** Why the caller may not make the move now, if so: the role and the party first, then the agreement's state. */
    public Optional<Refusal> objection(Move move, Agreement agreement) {
        return hasRole(move)
                ? move.objection(agreement, caller.sideOf(agreement.document()), caller.subject())
                : Optional.of(wrongRole(move));
    }

    /** Lets a command in that some agreement may allow; whether this one does now is decided when it is kept. */
    public void requireRole(Move move) {
        if (!hasRole(move)) {
            throw wrongRole(move);
        }
    }

    /** What the caller may do now, by the moves' names in addresses. */
    public List<String> commands(Agreement agreement) {
        List<String> commands = new ArrayList<>();
        for (Move move : Move.values()) {
            if (objection(move, agreement).isEmpty()) {
                commands.add(move.id());
            }
        }
        if (mayRemark(agreement)) {
            commands.add(COMMENT);
        }
        return List.copyOf(commands);
    }

    /** Its parties read it, its board, and whoever watches over all. Everybody else has the public register. */
    public boolean mayRead(Agreement agreement) {
        return caller.ofTheHub()
                || READ_ALL.stream().anyMatch(caller::is)
                || caller.sideOf(agreement.document()) != null
                || caller.is(Roles.REVIEWER) && sitsOn(agreement);
    }

    public boolean mayRemark(Agreement agreement) {
        return mayRead(agreement) && MAY_REMARK.stream().anyMatch(caller::is);
    }

    /**
     * Lets write a first draft: an officer or counsel of one of its parties.
     *
     * @return for which party
     */
    public Side requireDrafting(AgreementDocument document) {
        Side side = caller.sideOf(document);
        if (side == null || !caller.is(Roles.DATA_OFFICER) && !caller.is(Roles.COUNSEL)) {
            throw notAllowed("Only an officer or counsel of " + document.assigner() + " or of " + document.assignee()
                    + " drafts an agreement between the two.");
        }
        return side;
    }

    public void requireReading(Agreement agreement) {
        if (!mayRead(agreement)) {
            throw notAllowed("Only its parties and its board read an agreement; the register shows what is in force.");
        }
    }

    public void requireRemarking(Agreement agreement) {
        if (!mayRemark(agreement)) {
            throw notAllowed("Only officers, counsel, reviewers and auditors who read an agreement remark upon it.");
        }
    }

    private boolean sitsOn(Agreement agreement) {
        return agreement.versions().stream().map(Version::review).anyMatch(review -> sitsOn(review, caller.subject()));
    }

    private static boolean sitsOn(Review review, String subject) {
        return review != null && review.board().has(subject);
    }

    private static Map<Move, Set<String>> roles() {
        Map<Move, Set<String>> roles = new EnumMap<>(Move.class);
        for (Move move : Move.values()) {
            roles.put(
                    move,
                    switch (move) {
                        case REDRAFT, AMEND -> Set.of(Roles.DATA_OFFICER, Roles.COUNSEL);
                        case VOTE, MINUTES -> Set.of(Roles.REVIEWER);
                        default -> Set.of(Roles.DATA_OFFICER);
                    });
        }
        return roles;
    }

    private boolean hasRole(Move move) {
        return ROLES.get(move).stream().anyMatch(caller::is);
    }

    private static Refusal wrongRole(Move move) {
        List<String> roles = ROLES.get(move).stream().sorted().toList();
        return notAllowed("This takes the role " + String.join(" or ", roles) + '.');
    }

    private static Refusal notAllowed(String detail) {
        return new Refusal(ErrorCode.NOT_ALLOWED, detail);
    }
}
