package org.weir.consent.transform.term;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

final class DelayKind implements ObligationKind {
    /** Raw topics keep a week; what is held back longer would be gone before it is due. A day is left to catch up. */
    private static final Duration LONGEST = Duration.ofDays(6);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** Of a duration's text. */
    private static final int LENGTHIEST = 30;

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
        return "Holds each record back until that long after its event time, and decides by the agreements of then.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(
                "by", true, "a duration of ISO 8601 from a second to six days, such as `PT15M`", value -> duration(
                                value)
                        .isPresent()));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        clause.wholeRecord();
        return new Term.HeldBack(duration(clause.with("by").orElseThrow()).orElseThrow());
    }

    private static Optional<Duration> duration(String value) {
        try {
            Duration by = value.length() > LENGTHIEST ? Duration.ZERO : Duration.parse(value);
            boolean fits = by.compareTo(SHORTEST) >= 0 && by.compareTo(LONGEST) <= 0 && by.toMillisPart() == 0;
            return fits ? Optional.of(by) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
