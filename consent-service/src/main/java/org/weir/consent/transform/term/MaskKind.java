package org.weir.consent.transform.term;

import java.util.List;
import org.weir.consent.transform.Mask;
import org.weir.consent.transform.OnField;
import org.weir.schemas.feed.ContractField;

final class MaskKind implements ObligationKind {
    private static final int MOST_SHOWN = 16;

    @Override
    public String action() {
        return "mask";
    }

    @Override
    public String on() {
        return "a field of any text";
    }

    @Override
    public String meaning() {
        return "Shows the last `showLast` characters behind four stars; never more than half of a text, and nothing of one"
                + " below four characters.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.whole("showLast", true, 0, MOST_SHOWN));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        ContractField field = clause.anyText();
        Mask mask = new Mask(clause.number("showLast").orElseThrow().intValueExact());
        return new Term.EachRecord(List.of(field.path()), false, key -> new OnField(field.path(), mask));
    }
}
