package org.weir.consent.agreement.narrow;

import java.time.Instant;
import java.util.Optional;
import org.weir.consent.agreement.words.Wording;
import org.weir.schemas.agreement.AgreementDocument;

/**
 * One clause in which a child may only narrow its parent. Whatever cannot be shown to be narrower counts as wider, and
 * a clause that the parent states must be stated by the child too: what a child leaves out would bind none of its own
 * children.
 */
interface Clause {
    /** The term that it is about, as the agreement spells it. */
    String term();

    /** Where the child allows more than its parent: a sentence with both values. */
    Optional<String> widening(AgreementDocument parent, AgreementDocument child);

    /** The sentence for two values of which the second is wider. */
    static Optional<String> wider(Object parent, Object child) {
        return Optional.of("The parent says " + said(parent) + "; the child says " + said(child) + ".");
    }

    private static String said(Object value) {
        if (value instanceof Instant instant) {
            return Wording.day(instant);
        }
        return value == null ? "nothing" : value.toString();
    }
}
