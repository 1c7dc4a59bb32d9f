package org.weir.consent.transform.term;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.weir.consent.transform.AgeBands;
import org.weir.consent.transform.CoarseDigits;
import org.weir.consent.transform.CoarseTime;
import org.weir.consent.transform.Coarseness;
import org.weir.consent.transform.FieldTransform;
import org.weir.consent.transform.NumericBins;
import org.weir.consent.transform.OnField;
import org.weir.consent.transform.ZipPrefix;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;

final class GeneraliseKind implements ObligationKind {
    private static final String POSIX_SECONDS = "^\\d+$";
    private static final String DATE = "^\\d{8}$";
    private static final String TIME_OF_DAY = "^\\d{1,3}:\\d{2}:\\d{2}$";
    private static final List<Coarseness> OF_DAY = List.of(Coarseness.MINUTE, Coarseness.QUARTER_HOUR, Coarseness.HOUR);

    @Override
    public String action() {
        return "generalise";
    }

    @Override
    public String on() {
        return "`bins`: a field of numbers; `time`: POSIX seconds, a date or a time of day; `zip3`: any text; `ages`: whole"
                + " numbers or any text";
    }

    @Override
    public String meaning() {
        return "Puts something coarser in the place of a value. `bins`: the lower edge of its bin, `width` wide, counted from 0."
                + " `time`: the beginning of its `unit`, in the feed's time zone; of the event time also in the envelope,"
                + " though it does not flow itself."
                + " `zip3`: the first three digits of a ZIP code, 000 where fewer than 20,000 people live behind them (45 CFR"
                + " 164.514). `ages`: the band, by the first years of the bands in `starts`; the last is open.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.words("to", true, List.of("bins", "time", "zip3", "ages")),
                Parameter.above0("width", false, "for bins: a number above 0", BigDecimal.valueOf(1e9)),
                Parameter.words(
                        "unit",
                        false,
                        Arrays.stream(Coarseness.values()).map(Coarseness::word).toList()),
                new Parameter(
                        "starts",
                        false,
                        "for ages: whole numbers from 1 to 120, ascending, with commas between",
                        value -> starts(value).isPresent()));
    }

    /** Of the event time, for the envelope tells it too. */
    @Override
    public boolean actsOnTheRecord(Obligation said) {
        return EventTime.FIELD.equals(said.field()) && "time".equals(said.with().get("to"));
    }

    @Override
    public Term read(Clause clause) throws TermFault {
        return switch (clause.with("to").orElseThrow()) {
            case "bins" -> bins(clause);
            case "time" -> time(clause);
            case "zip3" -> on(only(clause, null).anyText(), new ZipPrefix());
            default -> ages(clause);
        };
    }

    private static Term bins(Clause clause) throws TermFault {
        ContractField field = only(clause, "width").field();
        BigDecimal width = clause.number("width").orElseThrow();
        if (field.type().equals("string")) {
            throw clause.misfit("is on " + field.path() + ", which holds text, not numbers");
        }
        if (field.type().equals("integer") && width.stripTrailingZeros().scale() > 0) {
            throw clause.misfit("would put fractions into " + field.path() + ", which holds whole numbers");
        }
        return on(field, new NumericBins(width, field.form().minimum()));
    }

    private static Term time(Clause clause) throws TermFault {
        ContractField field = only(clause, "unit").field();
        Coarseness unit = Arrays.stream(Coarseness.values())
                .filter(each -> each.word().equals(clause.with("unit").orElseThrow()))
                .findFirst()
                .orElseThrow();
        String pattern = field.form().pattern();
        if (POSIX_SECONDS.equals(pattern)) {
            boolean ofEvent = field.path().equals(EventTime.FIELD);
            CoarseTime step = new CoarseTime(field.path(), unit, clause.zone(), ofEvent);
            return new Term.EachRecord(List.of(field.path()), false, key -> step);
        }
        boolean date = DATE.equals(pattern) && unit == Coarseness.MONTH;
        boolean ofDay = TIME_OF_DAY.equals(pattern) && OF_DAY.contains(unit);
        if (!date && !ofDay) {
            throw clause.misfit(
                    "asks for the " + unit.word() + " of " + field.path() + ", which does not hold such a time");
        }
        return on(field, new CoarseDigits(unit, ofDay));
    }

    private static Term ages(Clause clause) throws TermFault {
        ContractField field = only(clause, "starts").field();
        boolean text = field.type().equals("string");
        if (text) {
            clause.anyText();
        } else if (!field.type().equals("integer")) {
            throw clause.misfit("is on " + field.path() + ", which holds no ages");
        }
        return on(
                field, new AgeBands(starts(clause.with("starts").orElseThrow()).orElseThrow(), text));
    }

    /** The clause, where it says what its way needs and nothing of another way. */
    private static Clause only(Clause clause, String needed) throws TermFault {
        for (String name : List.of("width", "unit", "starts")) {
            if (clause.with(name).isPresent() != name.equals(needed)) {
                throw clause.unknown(
                        name.equals(needed)
                                ? "does not say its " + name
                                : "says a " + name + ", which it has no use for");
            }
        }
        return clause;
    }

    private static Term on(ContractField field, FieldTransform transform) {
        return new Term.EachRecord(List.of(field.path()), false, key -> new OnField(field.path(), transform));
    }

    private static Optional<List<Integer>> starts(String value) {
        if (!value.matches("\\d{1,3}(,\\d{1,3}){0,19}")) {
            return Optional.empty();
        }
        List<Integer> starts =
                Arrays.stream(value.split(",")).map(Integer::valueOf).toList();
        for (int i = 0; i < starts.size(); i++) {
            int before = i == 0 ? 0 : starts.get(i - 1);
            if (starts.get(i) <= before || starts.get(i) > 120) {
                return Optional.empty();
            }
        }
        return Optional.of(starts);
    }
}
