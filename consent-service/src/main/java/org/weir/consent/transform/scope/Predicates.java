package org.weir.consent.transform.scope;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import org.weir.schemas.feed.ContractField;

/**
 * Reads predicates in CEL (cel.dev). A field of the contract is a variable with dots in its name, and {@code eventTime}
 * is when the record happened. There are no macros: without loops a predicate takes no longer than it is long.
 */
final class Predicates {
    static final String EVENT_TIME = "eventTime";

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 32;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .enableTimestampEpoch(true)
            .comprehensionMaxIterations(0)
            .maxRegexProgramSize(200)
            .build();

    private Predicates() {}

    static CelAbstractSyntaxTree check(String predicate, List<ContractField> contract) throws PredicateFault {
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros()
                .setResultType(SimpleType.BOOL)
                .addVar(EVENT_TIME, SimpleType.TIMESTAMP);
        contract.forEach(field -> compiler.addVar(field.path(), type(field)));
        try {
            CelValidationResult result = compiler.build().compile(predicate);
            return result.getAst();
        } catch (CelValidationException e) {
            throw new PredicateFault(
                    e.getErrors().isEmpty()
                            ? "It cannot be read"
                            : e.getErrors().get(0).getMessage() + " (column "
                                    + (e.getErrors().get(0).getSourceLocation().getColumn() + 1) + ')');
        } catch (RuntimeException e) {
            throw new PredicateFault("It cannot be read");
        }
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree tree) throws PredicateFault {
        try {
            return CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .build()
                    .createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new PredicateFault("It cannot be carried out");
        }
    }

    /** The variables that it names. */
    static List<String> variables(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .filter(reference ->
                        reference.overloadIds().isEmpty() && !reference.value().isPresent())
                .map(reference -> reference.name())
                .distinct()
                .toList();
    }

    private static CelType type(ContractField field) {
        return switch (field.type()) {
            case "string" -> SimpleType.STRING;
            case "integer" -> SimpleType.INT;
            case "number" -> SimpleType.DOUBLE;
            default -> SimpleType.BOOL;
        };
    }
}
