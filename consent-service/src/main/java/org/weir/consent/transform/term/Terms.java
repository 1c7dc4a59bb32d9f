package org.weir.consent.transform.term;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weir.consent.transform.RecordStep;
import org.weir.consent.transform.Shape;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.problem.ErrorCode;

/** What an agreement says of the records of one feed, understood in full. */
public final class Terms {
    private final Target target;
    private final FeedContract contract;
    private final List<RecordStep> scope;
    private final List<Term> terms;

    private Terms(Target target, FeedContract contract, List<RecordStep> scope, List<Term> terms) {
        this.target = target;
        this.contract = contract;
        this.scope = scope;
        this.terms = terms;
    }

    /**
     * Reads an agreement that has a target.
     *
     * @param contract that of the feed
     * @param zone the time zone in which the feed counts its days
     * @throws TermFault the first thing that is not understood
     */
    public static Terms read(AgreementDocument a, FeedContract contract, ZoneId zone) throws TermFault {
        for (String path : a.target().fields()) {
            if (contract.field(path).isEmpty()) {
                throw new TermFault(
                        ErrorCode.AGREEMENT_UNKNOWN_FIELD,
                        "The contract " + contract.id() + " has no field " + path + ".");
            }
        }
        return new Terms(a.target(), contract, scope(a.target().refinement(), contract), fit(a, contract, zone));
    }

    /**
     * Reads which records are in scope.
     *
     * @param said null where all are
     * @throws TermFault where it is not understood
     */
    public static List<RecordStep> scope(Refinement said, FeedContract contract) throws TermFault {
        return Scope.steps(said, contract);
    }

    /**
     * Reads the obligations of an agreement that has a target.
     *
     * @throws TermFault the first that does not fit the feed, or those before it
     */
    public static List<Term> fit(AgreementDocument a, FeedContract contract, ZoneId zone) throws TermFault {
        List<Clause> clauses = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        SameField sameField = new SameField();
        for (Obligation said : a.obligations()) {
            Clause clause = new Clause(clauses.size(), said, a.target().fields(), contract, zone);
            Term term = Obligations.kind(clauses.size(), said).read(clause);
            sameField.take(clause, term);
            clauses.add(clause);
            terms.add(term);
        }
        sameField.end(clauses);
        return List.copyOf(terms);
    }

    /**
     * Looks whether every obligation and each of its words is known, whatever feed it is for.
     *
     * @throws TermFault the first that is not
     */
    public static void known(List<Obligation> obligations) throws TermFault {
        for (int i = 0; i < obligations.size(); i++) {
            Obligations.kind(i, obligations.get(i));
        }
    }

    /** Whether some step needs the agreement's secret key. */
    public boolean keyed() {
        return steps().stream().anyMatch(Term.EachRecord::keyed);
    }

    /**
     * The form in which records flow.
     *
     * @param key the agreement's secret key; null where none is needed
     */
    public Shape shape(byte[] key) {
        List<RecordStep> all = new ArrayList<>(scope);
        steps().forEach(step -> all.add(step.made().apply(key)));
        return Shape.of(target.fields(), all, contract.subject());
    }

    /** How long records are held back, if at all. */
    public Optional<Duration> delay() {
        return of(Term.HeldBack.class).map(Term.HeldBack::delay);
    }

    /** How many records flow, if there is a cap. */
    public Optional<Term.Capped> cap() {
        return of(Term.Capped.class);
    }

    private List<Term.EachRecord> steps() {
        return terms.stream()
                .filter(Term.EachRecord.class::isInstance)
                .map(Term.EachRecord.class::cast)
                .toList();
    }

    private <T extends Term> Optional<T> of(Class<T> kind) {
        return terms.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
