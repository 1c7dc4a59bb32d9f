package org.weir.consent.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;

/** Says in a few words in which form a field flows under a text. */
final class HowItFlows {
    static final String WITHHELD = "withheld";
    static final String AS_IT_IS = "as it is";

    /** A word that is missing here is said as the text says it: it is never passed over. */
    private static final Map<String, String> WORDS = Map.of(
            "pseudonymise", "pseudonym",
            "rotateId", "pseudonym that changes",
            "redact", "redacted",
            "mask", "masked",
            "coarsenLocation", "coarser place",
            "generalise", "generalised");

    private HowItFlows() {}

    /** The form of one field, e.g. {@code pseudonym}. */
    static String of(String path, AgreementDocument document) {
        if (document.target() == null || !document.target().fields().contains(path)) {
            return WITHHELD;
        }
        List<String> done = new ArrayList<>();
        for (Obligation each : document.obligations()) {
            if (concerns(each, path)) {
                done.add(WORDS.getOrDefault(each.action(), each.action()));
            }
        }
        return done.isEmpty() ? AS_IT_IS : String.join(", ", done);
    }

    /** An obligation on a group of fields is one on each of them. */
    private static boolean concerns(Obligation obligation, String path) {
        String field = obligation.field();
        return field != null && (path.equals(field) || path.startsWith(field + '.'));
    }
}
