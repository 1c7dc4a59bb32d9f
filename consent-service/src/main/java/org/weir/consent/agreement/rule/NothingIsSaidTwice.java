package org.weir.consent.agreement.rule;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** A list names each thing once: of a thing named twice, one could be struck and the other left. */
final class NothingIsSaidTwice implements DocumentRule {
    @Override
    public Optional<Refusal> objection(AgreementDocument a, KnownFeed feed) {
        return Stream.concat(
                        Stream.of(a.actions(), a.prohibitions()),
                        a.target() == null
                                ? Stream.of()
                                : Stream.of(a.target().except(), a.target().fields()))
                .filter(list -> Set.copyOf(list).size() < list.size())
                .findFirst()
                .map(list ->
                        new Refusal(ErrorCode.AGREEMENT_UNREADABLE, "A list names something twice: " + list + "."));
    }
}
