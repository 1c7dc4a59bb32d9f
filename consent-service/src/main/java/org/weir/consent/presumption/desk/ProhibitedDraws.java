package org.weir.consent.presumption.desk;

import java.util.ArrayList;
import java.util.List;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.AgreementId;

/** Which draws have not ended, though a prohibition forbids them. */
final class ProhibitedDraws {
    private ProhibitedDraws() {}

    /** A draw that must end, and why. */
    record Forbidden(AgreementId agreement, String because) {}

    /** Each once, with the first prohibition that forbids it. */
    static List<Forbidden> of(List<Agreement> agreements, List<WrittenProhibition> filed) {
        List<Forbidden> forbidden = new ArrayList<>();
        for (Agreement each : agreements) {
            AgreementDocument document = each.document();
            if (document.presumption() != null && each.endedAs() == null) {
                filed.stream()
                        .filter(prohibition -> document.covers(prohibition.feed()))
                        .findFirst()
                        .ifPresent(found -> forbidden.add(new Forbidden(document.uid(), because(found))));
            }
        }
        return forbidden;
    }

    /** What a prohibition has ended since it was filed: whoever files it again is answered with the same receipts. */
    static List<Forbidden> endedBy(List<Agreement> agreements, WrittenProhibition filed) {
        String because = because(filed);
        return agreements.stream()
                .filter(each -> each.endedAs() != null && each.document().presumption() != null)
                .filter(each -> because.equals(each.ending().reason())
                        && !each.ending().at().isBefore(filed.filedAt()))
                .map(each -> new Forbidden(each.document().uid(), because))
                .toList();
    }

    static String because(WrittenProhibition prohibition) {
        return prohibition.feed().agency() + " filed that " + prohibition.citation() + " forbids sharing "
                + prohibition.feed() + ".";
    }
}
