package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** It names one feed, or every feed of the agency with exceptions that are the agency’s. */
final class TargetIsWellSaid implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return a.target().except().stream()
                .filter(each -> a.target().feed() != null || !each.agency().equals(a.assigner()))
                .findFirst()
                .map(each -> new Refusal(
                        ErrorCode.AGREEMENT_TARGET,
                        a.target().feed() != null
                                ? "It names the feed " + a.target().feed() + " and excepts " + each + "."
                                : "The exception " + each + " is no feed of " + a.assigner() + "."));
    }
}
