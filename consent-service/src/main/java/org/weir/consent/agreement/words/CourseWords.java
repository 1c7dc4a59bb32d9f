package org.weir.consent.agreement.words;

import java.util.ArrayList;
import java.util.List;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.ServiceTerms;

/** Who decides, from when until when, and what is owed, in words. */
final class CourseWords {
    private CourseWords() {}

    static List<String> of(AgreementDocument a, Wording words) {
        List<String> sentences = new ArrayList<>();
        sentences.add(decided(a, words));
        sentences.add(time(a, words));
        sentences.add("The recipient may keep each record for " + Wording.days(a.retentionDays())
                + (a.runs() ? "; when the agreement ends, it must destroy what it has and certify that." : "."));
        if (a.service() != null) {
            sentences.add("The agency promises " + service(a.service()) + ".");
        }
        return sentences;
    }

    static String decided(AgreementDocument a, Wording words) {
        if (a.emergency() != null) {
            return "It runs in an emergency, by the word of two officers, under: "
                    + a.emergency().declaration() + "."
                    + (a.emergency().reviewBy() == null
                            ? ""
                            : " It is reviewed by " + words.date(a.emergency().reviewBy()) + ".");
        }
        if (a.presumption() != null) {
            return "The law of " + Wording.name(a.presumption())
                    + " presumes that agencies share, and stands for the agency's signature.";
        }
        return a.reviewBoard() == null
                ? "Both parties must sign it."
                : "The review board " + Wording.name(a.reviewBoard())
                        + " must approve it, and then both parties must sign it.";
    }

    private static String time(AgreementDocument a, Wording words) {
        String from = "from " + (a.effectiveFrom() == null ? beginning(a) : words.date(a.effectiveFrom()));
        String until = a.expires() == null ? "until the agency revokes it" : "until " + words.date(a.expires());
        return "It holds " + from + " " + until
                + (a.runs() ? "; the agency can revoke it at any time, and the flow then stops at once." : ".");
    }

    /** When it begins where it does not say so: not everything is signed. */
    private static String beginning(AgreementDocument a) {
        if (a.emergency() != null) {
            return "the moment that the second officer confirms it";
        }
        return a.presumption() == null ? "the day it is signed" : "the moment it is drawn";
    }

    static String service(ServiceTerms s) {
        List<String> promises = new ArrayList<>();
        if (s.freshnessSeconds() != null) {
            promises.add("that the newest record is no older than " + s.freshnessSeconds() + " seconds");
        }
        if (s.completenessPercent() != null) {
            promises.add("that at least " + s.completenessPercent() + " percent of what happens is in it");
        }
        return promises.isEmpty() ? "nothing of the data's quality" : Wording.and(promises);
    }
}
