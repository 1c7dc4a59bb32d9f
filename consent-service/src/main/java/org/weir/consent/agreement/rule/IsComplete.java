package org.weir.consent.agreement.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Nothing that every agreement says is left out. */
final class IsComplete implements DocumentRule {
    private record Term(String name, boolean said) {}

    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return findings(a).stream().findFirst().map(Finding::refusal);
    }

    /** One for each term that is missing, so that a writer hears of all at once. */
    static List<Finding> findings(AgreementDocument a) {
        return terms(a).filter(term -> !term.said())
                .map(term -> new Finding(
                        term.name(), ErrorCode.MISSING_FIELD, "The agreement does not say its " + term.name() + "."))
                .toList();
    }

    private static Stream<Term> terms(AgreementDocument a) {
        return Stream.of(
                new Term("uid", a.uid() != null),
                new Term("version", a.version() >= 1),
                new Term("profile", a.profile() != null),
                new Term("title", said(a.title())),
                new Term("assigner", a.assigner() != null),
                new Term("assignee", a.assignee() != null),
                new Term("authority", said(a.authority())),
                new Term("purpose", said(a.purpose())),
                new Term(
                        "target.contractVersion",
                        a.target() == null || said(a.target().contractVersion())),
                new Term("retentionDays", a.retentionDays() >= 1));
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }
}
