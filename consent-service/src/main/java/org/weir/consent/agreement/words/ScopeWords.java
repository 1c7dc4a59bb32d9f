package org.weir.consent.agreement.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Refinement.Area;

/** Which records are in scope, in words. */
final class ScopeWords {
    private ScopeWords() {}

    static List<String> of(Refinement r, Wording words) {
        List<String> sentences = new ArrayList<>();
        if (r != null && r.where() != null) {
            sentences.add("Only records are shared for which this holds: " + PredicateWords.of(r.where(), words) + ".");
        }
        if (r != null && (r.recordsFrom() != null || r.recordsUntil() != null)) {
            sentences.add("Only what happened " + span(r.recordsFrom(), r.recordsUntil(), words) + " is shared.");
        }
        if (r != null && r.within() != null) {
            sentences.add("Only what happened " + area(r.within()) + " is shared.");
        }
        return sentences;
    }

    static String span(Instant from, Instant until, Wording words) {
        if (from == null) {
            return until == null ? "at any time" : "before " + words.date(until);
        }
        return until == null
                ? "from " + words.date(from) + " on"
                : "from " + words.date(from) + " until " + words.date(until);
    }

    static String area(Area a) {
        return "between " + longitude(a.west()) + " and " + longitude(a.east()) + ", and between " + latitude(a.south())
                + " and " + latitude(a.north());
    }

    private static String longitude(double degrees) {
        return degrees(degrees) + (degrees < 0 ? " west" : " east");
    }

    private static String latitude(double degrees) {
        return degrees(degrees) + (degrees < 0 ? " south" : " north");
    }

    private static String degrees(double degrees) {
        String text = String.format(Locale.ROOT, "%.4f", Math.abs(degrees)).replaceAll("\\.?0+$", "");
        return text + "°";
    }
}
