package org.weir.consent.agreement.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Grounds;

/** On which law, and why it is held to be a good idea, in words. */
final class GroundsWords {
    static final Map<String, String> LAWS = Map.of(
            "none", "no special law",
            "hipaa", "the law on health records (HIPAA)",
            "ferpa", "the law on school records (FERPA)",
            "42-cfr-2", "the law on records of addiction treatment (42 CFR Part 2)",
            "cjis", "the rules on criminal justice information (CJIS)");

    private GroundsWords() {}

    static List<String> of(AgreementDocument a) {
        List<String> sentences = new ArrayList<>();
        sentences.add("The authority for it is: " + a.authority() + ".");
        Grounds g = a.grounds();
        if (g == null) {
            return sentences;
        }
        if (g.confidentiality() != null) {
            sentences.add("The data are protected by "
                    + LAWS.getOrDefault(g.confidentiality(), Wording.text(g.confidentiality())) + ".");
        }
        said(sentences, "A written prohibition stands against it: ", g.prohibition());
        said(sentences, "What will be decided with it: ", g.decision());
        said(sentences, "Who is better off: ", g.benefit());
        said(sentences, "Who could be harmed, and what is done about it: ", g.risk());
        said(sentences, "What else was considered: ", g.alternatives());
        return sentences;
    }

    private static void said(List<String> sentences, String before, String text) {
        if (text != null) {
            sentences.add(before + ended(text));
        }
    }

    private static String ended(String text) {
        return text.strip().matches("(?s).*[.!?]") ? text.strip() : text.strip() + ".";
    }
}
