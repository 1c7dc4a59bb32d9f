package org.weir.consent.agreement.narrow;

import java.util.List;
import java.util.Optional;
import org.weir.consent.agreement.rule.Finding;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.problem.ErrorCode;

/**
 * A child only narrows its parent. Everything is compared as it is written, before anything flows, so that what a child
 * may do is bounded by what was signed above it.
 */
public final class Narrowing {
    private static final List<Clause> CLAUSES = List.of(
            new NamesItsParent(),
            new LaterTier(),
            new SameAssigner(),
            new SameAssignee(),
            new SameBroker(),
            new SameBoard(),
            new ConfidentialityKept(),
            new PurposeWithin(),
            new ActionsWithin(),
            new ProhibitionsKept(),
            new TargetKept(),
            new FeedWithin(),
            new ExceptionsKept(),
            new SameContract(),
            new FieldsWithin(),
            new PredicateKept(),
            new SpanWithin(),
            new AreaWithin(),
            new ObligationsKept(),
            new BeginsWithin(),
            new EndsWithin(),
            new RetentionWithin(),
            new EmergencyKept(),
            new PresumptionKept());

    private Narrowing() {}

    /** Every clause in which the child allows more than the parent; empty where it only narrows. */
    public static List<Finding> objections(AgreementDocument parent, AgreementDocument child) {
        return CLAUSES.stream()
                .flatMap(clause -> objection(clause, parent, child).stream())
                .toList();
    }

    /**
     * Lets a child pass that only narrows.
     *
     * @throws org.weir.schemas.problem.Refusal {@code agreement-widens} with the first clause that does not
     */
    public static void require(AgreementDocument parent, AgreementDocument child) {
        List<Finding> objections = objections(parent, child);
        if (!objections.isEmpty()) {
            throw objections.get(0).refusal();
        }
    }

    /** Whether the second allows more than the first in one clause; a clause of another name never does. */
    public static boolean widens(String term, AgreementDocument first, AgreementDocument second) {
        return CLAUSES.stream()
                .filter(clause -> clause.term().equals(term))
                .anyMatch(clause -> clause.widening(first, second).isPresent());
    }

    /** Whether the second obligation does to a record at least what the first does. */
    public static boolean atLeast(Obligation first, Obligation second) {
        return Strictness.atLeast(first, second);
    }

    private static Optional<Finding> objection(Clause clause, AgreementDocument parent, AgreementDocument child) {
        return clause.widening(parent, child)
                .map(why -> new Finding(
                        clause.term(),
                        ErrorCode.AGREEMENT_WIDENS,
                        clause.term() + " is wider than in " + parent.uid() + ": " + why));
    }
}
