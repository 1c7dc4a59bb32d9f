package org.weir.consent.agreement.rule;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** An obligation is on a field that flows, once, and of a kind that bears it. */
final class ObligationsFitFields implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        Set<String> seen = new HashSet<>();
        for (Obligation o : a.obligations()) {
            String fault = fault(o, a, feed, seen);
            if (fault != null) {
                return Optional.of(new Refusal(ErrorCode.AGREEMENT_OBLIGATION_FIELD, fault));
            }
        }
        return Optional.empty();
    }

    private static String fault(Obligation o, AgreementDocument a, KnownFeed feed, Set<String> seen) {
        if (!a.target().fields().contains(o.field())) {
            return "The field " + o.field() + " is not in target.fields.";
        }
        if (!seen.add(o.field())) {
            return "The field " + o.field() + " has two obligations.";
        }
        String type = feed.contract().field(o.field()).orElseThrow().type();
        return type.equals("string") ? null : "The field " + o.field() + " is of type " + type + ", not text.";
    }
}
