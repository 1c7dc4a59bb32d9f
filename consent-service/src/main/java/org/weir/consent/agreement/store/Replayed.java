package org.weir.consent.agreement.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.weir.consent.agreement.Agreement;

/** Agreements as they were replayed last: a list of thousands costs only what has changed since. */
final class Replayed {
    private final Map<String, Agreement> agreements = new ConcurrentHashMap<>();

    /** Those of which there are newer events than were replayed. */
    List<String> changed(List<AgreementHeadRow> heads) {
        return heads.stream()
                .filter(head -> {
                    Agreement known = agreements.get(head.agreement);
                    return known == null || known.last().epoch() < head.epoch;
                })
                .map(head -> head.agreement)
                .toList();
    }

    /** Keeps a replay, unless a later one is there. */
    void keep(Agreement agreement) {
        agreements.merge(
                agreement.document().uid().value(),
                agreement,
                (known, other) -> known.last().epoch() > other.last().epoch() ? known : other);
    }

    /** The agreements of these heads, in their order. */
    List<Agreement> of(List<AgreementHeadRow> heads) {
        return heads.stream()
                .map(head -> agreements.get(head.agreement))
                .filter(Objects::nonNull)
                .toList();
    }
}
