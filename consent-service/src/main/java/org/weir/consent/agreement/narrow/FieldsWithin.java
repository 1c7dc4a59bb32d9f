package org.weir.consent.agreement.narrow;

import java.util.List;
import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** No field flows that the parent does not list. */
final class FieldsWithin implements Clause {
    @Override
    public String term() {
        return "target.fields";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        if (parent.target() == null || child.target() == null) {
            return Optional.empty();
        }
        List<String> more = child.target().fields().stream()
                .filter(field -> !parent.target().fields().contains(field))
                .toList();
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of("The parent lists " + Words.of(parent.target().fields()) + "; the child adds "
                        + Words.of(more) + ".");
    }
}
