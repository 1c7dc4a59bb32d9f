package org.weir.consent.transform.term;

import java.util.List;

final class LimitUseKind implements ObligationKind {
    @Override
    public String action() {
        return "limitUse";
    }

    @Override
    public String on() {
        return "the whole record";
    }

    @Override
    public String meaning() {
        return "No more than `records` records flow in each day (UTC), or in total; the others are withheld as `limit-reached`."
                + " The cap is split over the feed's partitions, and the count survives restarts.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.whole("records", true, 1, 1_000_000_000_000L),
                Parameter.words("per", true, List.of("day", "total")));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        clause.wholeRecord();
        return new Term.Capped(
                clause.number("records").orElseThrow().longValueExact(),
                clause.with("per").orElseThrow().equals("day"));
    }
}
