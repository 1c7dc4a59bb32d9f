package org.weir.consent.agreement.narrow;

import java.util.Objects;
import java.util.Optional;
import org.weir.consent.transform.term.Obligations;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;

/** Each obligation of the parent is kept or made stricter, or is only about a field that does not flow any more. */
final class ObligationsKept implements Clause {
    @Override
    public String term() {
        return "obligations";
    }

    @Override
    public Optional<String> widening(AgreementDocument parent, AgreementDocument child) {
        for (Obligation above : parent.obligations()) {
            boolean kept = moot(above, child)
                    || child.obligations().stream().anyMatch(below -> Strictness.atLeast(above, below));
            if (!kept) {
                return Clause.wider(said(above), said(nearest(above, child)));
            }
        }
        return Optional.empty();
    }

    /** Whether it is only about a field, or a group of fields, of which the child lets none flow. */
    private static boolean moot(Obligation above, AgreementDocument child) {
        String field = above.field();
        return !Obligations.actOnTheRecord(above)
                && field != null
                && child.target() != null
                && child.target().fields().stream()
                        .noneMatch(f -> f.equals(field) || f.startsWith(field + ".") || field.startsWith(f + "."));
    }

    private static Obligation nearest(Obligation above, AgreementDocument child) {
        return child.obligations().stream()
                .filter(below ->
                        Objects.equals(above.field(), below.field()) && Objects.equals(above.action(), below.action()))
                .findFirst()
                .orElse(null);
    }

    private static String said(Obligation o) {
        if (o == null) {
            return null;
        }
        return o.action()
                + (o.field() == null ? "" : " " + o.field())
                + (o.with().isEmpty() ? "" : " with " + o.with());
    }
}
