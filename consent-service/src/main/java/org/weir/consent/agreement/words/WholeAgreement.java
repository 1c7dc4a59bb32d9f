package org.weir.consent.agreement.words;

import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.agreement.Tier;

/** An agreement from its first word to its last, one sentence for each thing that it says. */
public final class WholeAgreement {
    private WholeAgreement() {}

    /**
     * The sentences, in the order in which somebody would ask.
     *
     * @param words what the agreement's feed calls its fields, and where its days begin
     */
    public static List<String> sentences(AgreementDocument a, Wording words) {
        List<String> sentences = new ArrayList<>(parties(a, words));
        sentences.add("It may be used for this purpose only: " + purpose(a) + ".");
        sentences.addAll(GroundsWords.of(a));
        if (a.target() != null) {
            sentences.add("What flows: " + words.fields(a.target().fields()) + ".");
            if (words.knowsContract()) {
                List<String> kept = words.others(a.target().fields());
                sentences.add(
                        kept.isEmpty()
                                ? "Nothing of it is kept back."
                                : "What stays behind: " + words.fields(kept) + ".");
            }
            sentences.addAll(ScopeWords.of(a.target().refinement(), words));
        }
        a.obligations().forEach(o -> sentences.add(ObligationWords.of(o, words)));
        sentences.add(Wording.name(a.assignee()) + " may " + UseWords.actions(a.actions()) + ".");
        if (!a.prohibitions().isEmpty()) {
            sentences.add("It must not " + UseWords.prohibitions(a.prohibitions()) + ".");
        }
        sentences.addAll(CourseWords.of(a, words));
        return List.copyOf(sentences);
    }

    private static List<String> parties(AgreementDocument a, Wording words) {
        List<String> sentences = new ArrayList<>();
        String agency = words.agency(a);
        String recipient = Wording.name(a.assignee());
        if (a.tier() == Tier.DUL && a.target() != null) {
            sentences.add(agency + " shares " + words.feeds(a) + " with " + recipient + ".");
        } else {
            sentences.add(agency + " and " + recipient + " agree that " + agency + " may share "
                    + (a.target() == null ? "data" : words.feeds(a)) + " with " + recipient + ".");
            sentences.add("Nothing flows by this alone: it bounds the licences that may be signed under it.");
        }
        if (a.inheritFrom() != null) {
            sentences.add("It stays within the agreement “"
                    + Wording.text(a.inheritFrom().value()) + "” of the same parties.");
        }
        if (a.honestBroker() != null) {
            sentences.add(Wording.name(a.honestBroker()) + " holds the data as they came, in between.");
        }
        return sentences;
    }

    private static String purpose(AgreementDocument a) {
        return Purpose.of(a.purpose()).map(Purpose::title).orElse(Wording.text(a.purpose()));
    }
}
