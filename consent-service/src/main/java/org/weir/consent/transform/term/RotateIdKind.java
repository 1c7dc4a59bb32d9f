package org.weir.consent.transform.term;

import java.util.List;
import org.weir.consent.transform.Coarseness;
import org.weir.consent.transform.RotateId;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;

final class RotateIdKind implements ObligationKind {
    private static final String TRIP = "trip";
    private static final String DAY = "day";

    @Override
    public String action() {
        return "rotateId";
    }

    @Override
    public String on() {
        return "a field of any text";
    }

    @Override
    public String meaning() {
        return "As `pseudonymise`, with a new code for each trip, day or month, so that two of them cannot be joined. Days are"
                + " the feed's, by event time. A record that names no trip is withheld as `scope-unknown` where codes change"
                + " by trip, also where the field does not flow.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.words("per", true, List.of(TRIP, DAY, "month")));
    }

    @Override
    public boolean actsOnTheRecord(Obligation said) {
        return TRIP.equals(said.with().get("per"));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        ContractField field = clause.anyText();
        String per = clause.with("per").orElseThrow();
        if (per.equals(TRIP)) {
            for (String needed : RotateId.tripFields()) {
                if (clause.contract().field(needed).isEmpty()) {
                    throw clause.misfit("changes codes by trip, but the contract has no " + needed);
                }
            }
            return new Term.EachRecord(
                    List.of(field.path()), true, key -> RotateId.perTrip(key, field.path(), clause.zone()));
        }
        Coarseness unit = per.equals(DAY) ? Coarseness.DAY : Coarseness.MONTH;
        return new Term.EachRecord(
                List.of(field.path()), true, key -> RotateId.per(unit, key, field.path(), clause.zone()));
    }
}
