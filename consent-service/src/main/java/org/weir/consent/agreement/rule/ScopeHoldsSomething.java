package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.Refinement.Area;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** A span of time and an area that hold nothing were meant to hold something. */
final class ScopeHoldsSomething implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        Refinement r = a.target().refinement();
        String fault = r == null ? null : fault(r);
        return fault == null ? Optional.empty() : Optional.of(new Refusal(ErrorCode.AGREEMENT_SCOPE, fault));
    }

    private static String fault(Refinement r) {
        if (r.where() != null && r.where().isBlank()) {
            return "The predicate is empty.";
        }
        if (r.recordsFrom() != null
                && r.recordsUntil() != null
                && !r.recordsFrom().isBefore(r.recordsUntil())) {
            return "The records begin " + Wording.day(r.recordsFrom()) + " and end " + Wording.day(r.recordsUntil())
                    + ".";
        }
        return r.within() == null || onEarth(r.within()) ? null : "The area " + said(r.within()) + " has no inside.";
    }

    /** Written so that what is no number lies nowhere. */
    private static boolean onEarth(Area a) {
        return a.west() >= -180
                && a.west() < a.east()
                && a.east() <= 180
                && a.south() >= -90
                && a.south() < a.north()
                && a.north() <= 90;
    }

    private static String said(Area a) {
        return "from " + a.west() + " to " + a.east() + " east, " + a.south() + " to " + a.north() + " north";
    }
}
