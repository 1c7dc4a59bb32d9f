package org.weir.consent.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.weir.consent.agreement.words.UseWords;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Purpose;

/**
 * Who may have the data and what for, as DCAT-US 3 says it. The words of the status are those of the National Archives'
 * list of access and use restrictions, which DCAT-US names.
 */
final class Restrictions {
    private static final Map<String, String> LAWS = Map.of(
            "hipaa", "HIPAA, 45 CFR Parts 160 and 164",
            "ferpa", "FERPA, 20 U.S.C. 1232g",
            "42-cfr-2", "42 CFR Part 2",
            "cjis", "CJIS Security Policy, 28 CFR Part 20");

    private Restrictions() {}

    static void write(ObjectNode entry, AgreementDocument a, Wording words) {
        String recipient = Wording.name(a.assignee());
        ObjectNode access = entry.putObject("accessRestriction").put("@type", "AccessRestriction");
        access.put("restrictionStatus", "Restricted - Partly");
        String law = a.grounds() == null || a.grounds().confidentiality() == null
                ? null
                : LAWS.get(a.grounds().confidentiality());
        if (law != null) {
            access.put("specificRestriction", law);
        }
        String who = a.runs()
                ? "Only " + recipient + " receives it, and only the fields listed."
                : "Nothing is shared by this agreement alone.";
        access.put("restrictionNote", who).put("label", who);

        ObjectNode use = entry.putObject("useRestriction").put("@type", "UseRestriction");
        use.put("restrictionStatus", "Restricted - Partly");
        String what = "Only for this purpose: "
                + Purpose.of(a.purpose()).map(Purpose::title).orElse(a.purpose()) + "."
                + (a.prohibitions().isEmpty()
                        ? ""
                        : " " + recipient + " must not " + UseWords.prohibitions(a.prohibitions()) + ".");
        use.put("restrictionNote", what).put("label", what);
    }
}
