package org.weir.consent.agreement;

import java.util.Objects;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What an amendment keeps of the version in force, however often its text is changed before it is signed. */
final class Amendment {
    private static final String DELAY = "delay";

    private Amendment() {}

    static void requireKept(AgreementDocument inForce, AgreementDocument next) {
        if (next.tier() != inForce.tier()
                || !Objects.equals(
                        inForce.target() == null ? null : inForce.target().feed(),
                        next.target() == null ? null : next.target().feed())) {
            throw other("An amendment keeps the tier and the feed; for another, make another agreement.");
        }
        if (inForce.reviewBoard() != null && !inForce.reviewBoard().equals(next.reviewBoard())) {
            throw other("An amendment goes before the same board, " + inForce.reviewBoard()
                    + "; for another, or none, make another agreement.");
        }
        if (!Objects.equals(inForce.inheritFrom(), next.inheritFrom())) {
            throw other("An amendment stays under "
                    + (inForce.inheritFrom() == null ? "no other agreement" : inForce.inheritFrom())
                    + "; for another parent, or none, make another agreement.");
        }
        requireDelay(inForce, next);
    }

    /**
     * Records that are held back wait with a worker of their own. Whether there is one must not change under them: what
     * waits would be lost, or shared twice. For how long they wait is asked when each is released, and may change.
     */
    private static void requireDelay(AgreementDocument inForce, AgreementDocument next) {
        if (inForce.runs() && delays(inForce) != delays(next)) {
            throw other("An amendment neither adds a delay nor drops it, for what waits at that moment would be lost or"
                    + " shared twice; change how long it is, or end this agreement and make another.");
        }
    }

    private static boolean delays(AgreementDocument document) {
        return document.obligations().stream().anyMatch(each -> DELAY.equals(each.action()));
    }

    private static Refusal other(String detail) {
        return new Refusal(ErrorCode.AGREEMENT_OTHER_TEXT, detail);
    }
}
