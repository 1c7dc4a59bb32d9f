package org.weir.consent.agreement.words;

import static org.weir.consent.agreement.words.Change.Effect.NARROWS;
import static org.weir.consent.agreement.words.Change.Effect.NEITHER;
import static org.weir.consent.agreement.words.Change.Effect.WIDENS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.weir.consent.agreement.narrow.Narrowing;
import org.weir.consent.agreement.words.Change.Effect;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.id.FeedId;

/** In what two versions of an agreement differ, clause by clause, in words. */
public final class Differences {
    private final AgreementDocument from;
    private final AgreementDocument to;
    private final Wording words;
    private final List<Change> changes = new ArrayList<>();

    private Differences(AgreementDocument from, AgreementDocument to, Wording words) {
        this.from = from;
        this.to = to;
        this.words = words;
    }

    /**
     * Every difference; empty where both say the same. Uid and version are not among them.
     *
     * @param words what the agreement's feed calls its fields, and where its days begin
     */
    public static List<Change> between(AgreementDocument from, AgreementDocument to, Wording words) {
        Differences differences = new Differences(from, to, words);
        ComparedTerms.ALL.forEach(differences::term);
        differences.lists();
        differences.obligations();
        return List.copyOf(differences.changes);
    }

    private void term(ComparedTerm term) {
        if (!Objects.equals(term.value().apply(from), term.value().apply(to))) {
            change(
                    term.clause(),
                    term.label() + " was: " + said(term, from) + ". It becomes: " + said(term, to) + ".",
                    term.bounds() ? effect(term.clause()) : NEITHER);
        }
    }

    private String said(ComparedTerm term, AgreementDocument a) {
        String said = term.words().apply(a, words);
        return said == null ? "nothing" : said.strip().replaceAll("[.]+$", "");
    }

    private Effect effect(String clause) {
        if (Narrowing.widens(clause, from, to)) {
            return WIDENS;
        }
        return Narrowing.widens(clause, to, from) ? NARROWS : NEITHER;
    }

    private void lists() {
        list(
                "target.fields",
                fields(from),
                fields(to),
                words::fields,
                "This flows from now on: ",
                "This does not flow any more: ",
                WIDENS);
        list(
                "target.except",
                except(from),
                except(to),
                this::feeds,
                "Left out from now on: ",
                "Not left out any more: ",
                NARROWS);
        list(
                "actions",
                from.actions(),
                to.actions(),
                UseWords::actions,
                "The recipient may from now on ",
                "The recipient may not any more ",
                WIDENS);
        list(
                "prohibitions",
                from.prohibitions(),
                to.prohibitions(),
                UseWords::prohibitions,
                "From now on the recipient must not ",
                "It is not forbidden any more to ",
                NARROWS);
    }

    private <T> void list(
            String clause,
            List<T> before,
            List<T> after,
            Function<Collection<T>, String> said,
            String more,
            String less,
            Effect ofMore) {
        List<T> added = after.stream().filter(each -> !before.contains(each)).toList();
        List<T> gone = before.stream().filter(each -> !after.contains(each)).toList();
        if (!added.isEmpty()) {
            change(clause, more + said.apply(added) + ".", ofMore);
        }
        if (!gone.isEmpty()) {
            change(clause, less + said.apply(gone) + ".", ofMore.opposite());
        }
        if (added.isEmpty() && gone.isEmpty() && !before.equals(after)) {
            change(clause, "The same are listed in another order.", NEITHER);
        }
    }

    private String feeds(Collection<FeedId> some) {
        return Wording.and(some.stream()
                .map(each -> "“" + Wording.text(each.dataset()) + "”")
                .toList());
    }

    private void obligations() {
        if (from.obligations().equals(to.obligations())) {
            return;
        }
        List<Obligation> added = new ArrayList<>(to.obligations());
        from.obligations().forEach(added::remove);
        List<Obligation> gone = new ArrayList<>(from.obligations());
        to.obligations().forEach(gone::remove);
        for (Obligation after : List.copyOf(added)) {
            gone.stream().filter(before -> alike(before, after)).findFirst().ifPresent(before -> {
                gone.remove(before);
                added.remove(after);
                altered(before, after);
            });
        }
        added.forEach(o -> change("obligations", "New: " + ObligationWords.of(o, words), NARROWS));
        gone.forEach(o -> change("obligations", "No longer: " + ObligationWords.of(o, words), WIDENS));
        if (from.obligations().size() == to.obligations().size()
                && to.obligations().containsAll(from.obligations())) {
            change("obligations", "The same is done to each record in another order.", WIDENS);
        }
    }

    private static boolean alike(Obligation a, Obligation b) {
        return Objects.equals(a.action(), b.action()) && Objects.equals(a.field(), b.field());
    }

    private void altered(Obligation before, Obligation after) {
        Effect effect = Narrowing.atLeast(before, after) ? NARROWS : WIDENS;
        change(
                "obligations",
                "Until now: " + ObligationWords.of(before, words) + " From now on: " + ObligationWords.of(after, words),
                effect);
    }

    private void change(String clause, String sentence, Effect effect) {
        changes.add(new Change(clause, sentence, effect));
    }

    private static List<String> fields(AgreementDocument a) {
        return a.target() == null ? List.of() : a.target().fields();
    }

    private static List<FeedId> except(AgreementDocument a) {
        return a.target() == null ? List.of() : a.target().except();
    }
}
