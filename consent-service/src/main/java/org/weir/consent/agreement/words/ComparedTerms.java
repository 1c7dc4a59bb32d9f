package org.weir.consent.agreement.words;

import static org.weir.consent.agreement.words.ComparedTerm.bound;
import static org.weir.consent.agreement.words.ComparedTerm.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Emergency;
import org.weir.schemas.agreement.Grounds;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Tier;

/** Every term that has one value, in the order of the document. */
final class ComparedTerms {
    static final List<ComparedTerm> ALL = List.of(
            text("title", "The title", AgreementDocument::title),
            text("profile", "The vocabulary", AgreementDocument::profile),
            text("tier", "The kind of agreement", a -> tier(a.tier())),
            text("inheritFrom", "The agreement above it", a -> name(a.inheritFrom())),
            bound("assigner", "The agency", AgreementDocument::assigner, (a, w) -> name(a.assigner())),
            bound("assignee", "The recipient", AgreementDocument::assignee, (a, w) -> name(a.assignee())),
            bound(
                    "honestBroker",
                    "Who holds the data as they came",
                    AgreementDocument::honestBroker,
                    (a, w) -> name(a.honestBroker())),
            bound("reviewBoard", "The review board", AgreementDocument::reviewBoard, (a, w) -> name(a.reviewBoard())),
            text("authority", "The authority", AgreementDocument::authority),
            bound(
                    "grounds.confidentiality",
                    "The law that protects the data",
                    grounds(Grounds::confidentiality)::apply,
                    (a, w) -> law(a)),
            text("grounds.prohibition", "The written prohibition", grounds(Grounds::prohibition)),
            text("grounds.benefit", "Who is better off", grounds(Grounds::benefit)),
            text("grounds.risk", "Who could be harmed", grounds(Grounds::risk)),
            text("grounds.decision", "What will be decided with it", grounds(Grounds::decision)),
            text("grounds.alternatives", "What else was considered", grounds(Grounds::alternatives)),
            bound("purpose", "The purpose", AgreementDocument::purpose, (a, w) -> Purpose.of(a.purpose())
                    .map(Purpose::title)
                    .orElse(a.purpose())),
            bound(
                    "target.feed",
                    "What is shared",
                    a -> a.target() == null ? "" : a.target().feed(),
                    (a, w) -> a.target() == null ? null : w.feeds(a)),
            bound(
                    "target.contractVersion",
                    "The version of the data's description",
                    a -> a.target() == null ? null : a.target().contractVersion(),
                    (a, w) -> a.target() == null ? null : a.target().contractVersion()),
            bound(
                    "target.refinement.where",
                    "The records shared",
                    scope(Refinement::where)::apply,
                    (a, w) -> scope(Refinement::where).apply(a) == null
                            ? "all"
                            : PredicateWords.of(scope(Refinement::where).apply(a), w)),
            bound(
                    "target.refinement.recordsFrom",
                    "What is shared by the time it happened",
                    a -> span(a),
                    (a, w) -> ScopeWords.span(
                            scope(Refinement::recordsFrom).apply(a),
                            scope(Refinement::recordsUntil).apply(a),
                            w)),
            bound(
                    "target.refinement.within",
                    "What is shared by the place it happened",
                    scope(Refinement::within)::apply,
                    (a, w) -> scope(Refinement::within).apply(a) == null
                            ? "anywhere"
                            : ScopeWords.area(scope(Refinement::within).apply(a))),
            bound(
                    "effectiveFrom",
                    "The beginning",
                    AgreementDocument::effectiveFrom,
                    (a, w) -> a.effectiveFrom() == null ? "the day it is signed" : w.date(a.effectiveFrom())),
            bound(
                    "expires",
                    "The end",
                    AgreementDocument::expires,
                    (a, w) -> a.expires() == null ? "when the agency revokes it" : w.date(a.expires())),
            bound(
                    "retentionDays",
                    "How long a record may be kept",
                    AgreementDocument::retentionDays,
                    (a, w) -> Wording.days(a.retentionDays())),
            new ComparedTerm(
                    "service",
                    "What the agency promises",
                    AgreementDocument::service,
                    (a, w) -> a.service() == null ? null : CourseWords.service(a.service()),
                    false),
            bound("emergency", "The emergency", AgreementDocument::emergency, (a, w) -> emergency(a.emergency(), w)),
            bound(
                    "presumption",
                    "Whose law presumes sharing",
                    AgreementDocument::presumption,
                    (a, w) -> name(a.presumption())));

    private ComparedTerms() {}

    private static String tier(Tier tier) {
        return switch (tier) {
            case MOU -> "a memorandum of understanding";
            case DSA -> "a data sharing agreement";
            case DUL -> "a data use licence";
        };
    }

    private static String name(Object id) {
        return id == null ? null : Wording.name(id);
    }

    private static String law(AgreementDocument a) {
        String law = grounds(Grounds::confidentiality).apply(a);
        return law == null ? null : GroundsWords.LAWS.getOrDefault(law, Wording.text(law));
    }

    private static List<Instant> span(AgreementDocument a) {
        return Arrays.asList(
                scope(Refinement::recordsFrom).apply(a),
                scope(Refinement::recordsUntil).apply(a));
    }

    private static String emergency(Emergency e, Wording words) {
        return e == null
                ? null
                : e.declaration() + ", until " + words.date(e.sunset())
                        + (e.reviewBy() == null ? "" : ", reviewed by " + words.date(e.reviewBy()));
    }

    private static Function<AgreementDocument, String> grounds(Function<Grounds, String> part) {
        return a -> a.grounds() == null ? null : part.apply(a.grounds());
    }

    private static <T> Function<AgreementDocument, T> scope(Function<Refinement, T> part) {
        return a -> a.target() == null || a.target().refinement() == null
                ? null
                : part.apply(a.target().refinement());
    }
}
