package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.ServiceTerms;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What the agency promises of its feed is something that can be measured. */
final class ServiceCanBeKept implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        ServiceTerms s = a.service();
        boolean fresh = s == null || s.freshnessSeconds() == null || s.freshnessSeconds() > 0;
        boolean complete = s == null
                || s.completenessPercent() == null
                || s.completenessPercent() >= 0 && s.completenessPercent() <= 100;
        return fresh && complete
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.AGREEMENT_SERVICE,
                        "It promises " + s.freshnessSeconds() + " s and " + s.completenessPercent() + " %."));
    }
}
