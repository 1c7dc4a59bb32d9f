package org.weir.consent.agreement.rule;

import java.util.Optional;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The parties read the contract that the feed keeps today. */
final class ContractVersionIsPresent implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        String present = feed.contract().version();
        return present.equals(a.target().contractVersion())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ErrorCode.CONTRACT_VERSION,
                        "The agreement names version " + a.target().contractVersion() + "; the feed keeps " + present
                                + "."));
    }
}
