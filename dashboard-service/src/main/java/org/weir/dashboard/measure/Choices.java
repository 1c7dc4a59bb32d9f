package org.weir.dashboard.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What was chosen for each parameter. Immutable. */
public final class Choices {
    public static final Choices STANDARD = of(Map.of());

    private final Map<String, String> chosen;

    private Choices(Map<String, String> chosen) {
        this.chosen = chosen;
    }

    /**
     * These, and the standard for all others.
     *
     * @param asked by the parameter's id
     * @throws Refusal where there is no such parameter, or it does not take that
     */
    public static Choices of(Map<String, String> asked) {
        Map<String, String> chosen = new HashMap<>();
        Parameter.ALL.forEach(parameter -> chosen.put(parameter.id(), parameter.standard()));
        asked.forEach((id, value) -> {
            Parameter parameter = Parameter.ALL.stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(ErrorCode.BAD_PARAMETER, "No parameter is called " + id + '.'));
            if (!parameter.takes(value)) {
                throw new Refusal(ErrorCode.BAD_PARAMETER, "Parameter " + id + " takes " + what(parameter) + '.');
            }
            chosen.put(id, value);
        });
        return new Choices(Map.copyOf(chosen));
    }

    private static String what(Parameter parameter) {
        return parameter.least() == null
                ? parameter.options().stream().map(Parameter.Option::id).collect(Collectors.joining(", "))
                : "a number from " + parameter.least() + " to " + parameter.most();
    }

    public String of(Parameter parameter) {
        return chosen.get(parameter.id());
    }

    public double number(Parameter parameter) {
        return Double.parseDouble(of(parameter));
    }
}
