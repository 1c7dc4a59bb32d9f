package org.weir.consent.transform.term;

import java.math.BigDecimal;
import java.util.List;
import org.weir.consent.transform.OnField;
import org.weir.consent.transform.Redact;
import org.weir.schemas.feed.ContractField;

final class RedactKind implements ObligationKind {
    private static final int LONGEST = 100;

    @Override
    public String action() {
        return "redact";
    }

    @Override
    public String on() {
        return "a field; one that the contract requires needs a `value`";
    }

    @Override
    public String meaning() {
        return "Puts the same in the place of every value: `value`, or null where none is said."
                + " A record without the field still has none.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(
                "value",
                false,
                "a constant that the contract takes in that field, at most " + LONGEST + " printable characters",
                value -> value.length() <= LONGEST && value.chars().allMatch(c -> c >= ' ' && c < 127)));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        ContractField field = clause.field();
        if (field.path().equals(EventTime.FIELD)) {
            throw clause.misfit(EventTime.IN_THE_ENVELOPE);
        }
        if (clause.with("value").isEmpty() && field.required()) {
            throw clause.misfit("would empty " + field.path() + ", which the contract requires; give a value");
        }
        Redact redact = clause.with("value").isEmpty()
                ? Redact.TO_NULL
                : new Redact(json(clause, field, clause.with("value").get()));
        return new Term.EachRecord(List.of(field.path()), false, key -> new OnField(field.path(), redact));
    }

    private static String json(Clause clause, ContractField field, String value) throws TermFault {
        boolean text = field.type().equals("string");
        boolean fits = text ? field.form().takes(value) : isNumber(field, value);
        if (!fits) {
            throw clause.misfit("has the value “" + value + "”, which the contract does not take in " + field.path());
        }
        return text ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : value;
    }

    private static boolean isNumber(ContractField field, String value) {
        String form = field.type().equals("integer") ? "-?(0|[1-9]\\d{0,14})" : "-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?";
        return value.matches(form) && field.form().takes(new BigDecimal(value));
    }
}
