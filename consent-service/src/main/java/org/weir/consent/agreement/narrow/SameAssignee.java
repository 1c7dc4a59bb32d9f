package org.weir.consent.agreement.narrow;

import java.util.Optional;
import org.weir.schemas.agreement.AgreementDocument;

/** The same party receives them. */
final class SameAssignee implements Clause {
    @Override
    public String term() {
        return "assignee";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        return parent.assignee().equals(child.assignee())
                ? Optional.empty()
                : Clause.wider(parent.assignee(), child.assignee());
    }
}
