package org.weir.consent.transform.term;

import java.time.Duration;
import java.util.List;

final class DelayKind implements ObligationKind {
    /** Raw topics keep a week; what is held back longer would be gone before it is due. A day is left to catch up. */
    private static final Duration LONGEST = Duration.ofDays(6);

    @Override
    public String action() {
        return "delay";
    }

    @Override
    public String on() {
        return "the whole record";
    }

    @Override
    public String meaning() {
        return "Holds each record back until `seconds` after its event time, and decides by the agreements of then.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.whole("seconds", true, 1, LONGEST.toSeconds()));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        clause.wholeRecord();
        return new Term.HeldBack(
                Duration.ofSeconds(clause.number("seconds").orElseThrow().longValueExact()));
    }
}
