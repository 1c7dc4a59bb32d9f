package org.weir.consent.transform.term;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.problem.ErrorCode;

/** Every obligation that agreements may name. */
public final class Obligations {
    private static final List<ObligationKind> ALL = List.of(
            new RedactKind(),
            new MaskKind(),
            new PseudonymiseKind(),
            new RotateIdKind(),
            new CoarsenLocationKind(),
            new GeneraliseKind(),
            new SampleKind(),
            new LimitUseKind(),
            new DelayKind());

    /** What an agreement says elsewhere than in its list of obligations. */
    private static final Map<String, String> SAID_ELSEWHERE = Map.of(
            "project", "target.fields",
            "filterRows", "target.refinement",
            "retain", "retentionDays",
            "destroy", "retentionDays");

    /** What needs windows of many records, which this version does not have. */
    private static final List<String> NOT_YET = List.of("kThreshold", "suppressSmallCells", "addNoise");

    private Obligations() {}

    public static List<ObligationKind> all() {
        return ALL;
    }

    /**
     * Whether an obligation does more than change values of its field, so that it counts also where that does not flow.
     * Of one that is not known nobody can say, and it counts.
     */
    public static boolean actOnTheRecord(Obligation said) {
        return ALL.stream()
                .filter(each -> each.action().equals(said.action()))
                .findFirst()
                .map(kind -> kind.actsOnTheRecord(said))
                .orElse(true);
    }

    /** Terms that the design knows and this version refuses. */
    public static List<String> notYet() {
        return NOT_YET;
    }

    /**
     * The kind of an obligation, all of whose terms are known; what its field is, is not looked at.
     *
     * @throws TermFault where a term is not known
     */
    static ObligationKind kind(int number, Obligation said) throws TermFault {
        String where = "obligations[" + number + "]";
        if (said == null || said.action() == null) {
            throw new TermFault(ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION, where + " does not say its action.");
        }
        ObligationKind kind = ALL.stream()
                .filter(each -> each.action().equals(said.action()))
                .findFirst()
                .orElseThrow(() -> new TermFault(
                        ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION, where + " is not understood: " + why(said.action())));
        Optional<String> fault = fault(kind, said.with());
        if (fault.isPresent()) {
            throw new TermFault(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM, where + ", " + said.action() + ", " + fault.get() + ".");
        }
        return kind;
    }

    /** What is wrong with the words under {@code with}. */
    private static Optional<String> fault(ObligationKind kind, Map<String, String> with) {
        for (String name : with.keySet()) {
            if (kind.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                return Optional.of("says “" + name + "”, which it does not know; it knows "
                        + kind.parameters().stream().map(Parameter::name).collect(Collectors.joining(", ")));
            }
        }
        for (Parameter parameter : kind.parameters()) {
            String value = with.get(parameter.name());
            if (value == null && (parameter.required() || with.containsKey(parameter.name()))) {
                return Optional.of("does not say its " + parameter.name() + ": " + parameter.form());
            }
            if (value != null && !parameter.takes().test(value)) {
                return Optional.of("has a " + parameter.name() + " that is not understood; it is " + parameter.form());
            }
        }
        return Optional.empty();
    }

    private static String why(String action) {
        if (SAID_ELSEWHERE.containsKey(action)) {
            return action + " is said in " + SAID_ELSEWHERE.get(action) + ".";
        }
        if (NOT_YET.contains(action)) {
            return action + " is not supported by this version.";
        }
        if (action.toLowerCase(java.util.Locale.ROOT).contains("hash")) {
            return "a hash without a key can be turned back by trying; use pseudonymise.";
        }
        return "there is no obligation " + action + "; known are "
                + ALL.stream().map(ObligationKind::action).collect(Collectors.joining(", ")) + ".";
    }
}
