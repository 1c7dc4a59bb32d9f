package org.weir.consent.transform.scope;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weir.consent.transform.RecordFields;
import org.weir.consent.transform.RecordStep;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Lets records flow for which a predicate holds. It has three values: where it meets a field that is absent or not of its
 * type, or fails, it is unknown unless the rest of it decides anyway, and a record of unknown scope is withheld.
 */
public final class Where implements RecordStep {
    private final CelRuntime.Program program;
    private final List<ContractField> read;

    private Where(CelRuntime.Program program, List<ContractField> read) {
        this.program = program;
        this.read = List.copyOf(read);
    }

    /**
     * Compiles a predicate.
     *
     * @param contract the fields that it may name
     * @throws PredicateFault where it is no predicate over these fields
     */
    public static Where of(String predicate, List<ContractField> contract) throws PredicateFault {
        CelAbstractSyntaxTree tree = Predicates.check(predicate, contract);
        List<String> named = Predicates.variables(tree);
        return new Where(
                Predicates.program(tree),
                contract.stream().filter(f -> named.contains(f.path())).toList());
    }

    @Override
    public List<String> reads() {
        return read.stream().map(ContractField::path).toList();
    }

    @Override
    public Worker worker() {
        return new Test(program, read);
    }

    private static final class Test implements Worker {
        private static final Optional<ReasonCode> OUT = Optional.of(ReasonCode.OUT_OF_SCOPE);
        private static final Optional<ReasonCode> UNKNOWN = Optional.of(ReasonCode.SCOPE_UNKNOWN);
        /** For CEL an error, which it carries through every operator but where what is known decides by itself. */
        private static final Optional<Object> ABSENT = Optional.empty();

        private final CelRuntime.Program program;
        private final String[] types;
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private RecordFields record;

        Test(CelRuntime.Program program, List<ContractField> read) {
            this.program = program;
            this.types = read.stream().map(ContractField::type).toArray(String[]::new);
            for (int i = 0; i < types.length; i++) {
                numbers.put(read.get(i).path(), i);
            }
        }

        @Override
        public Optional<ReasonCode> take(RecordFields fields) {
            record = fields;
            try {
                Object holds = program.eval(this::find);
                return Boolean.TRUE.equals(holds) ? PASSES : Boolean.FALSE.equals(holds) ? OUT : UNKNOWN;
            } catch (CelEvaluationException | RuntimeException e) {
                return UNKNOWN;
            }
        }

        private Optional<Object> find(String name) {
            if (name.equals(Predicates.EVENT_TIME)) {
                return record.eventTime() < 0 ? ABSENT : Optional.of(Instant.ofEpochMilli(record.eventTime()));
            }
            Integer field = numbers.get(name);
            return field == null ? ABSENT : value(field);
        }

        /** The value, where it is of the kind that the contract says. */
        private Optional<Object> value(int field) {
            if (!record.has(field)) {
                return ABSENT;
            }
            if (types[field].equals("string")) {
                return record.isText(field) ? Optional.of(record.text(field)) : ABSENT;
            }
            double number = record.number(field);
            if (types[field].equals("number")) {
                return Double.isNaN(number) ? ABSENT : Optional.of(number);
            }
            boolean whole = Math.rint(number) == number && Math.abs(number) < 1L << 53;
            return whole ? Optional.of((long) number) : ABSENT;
        }
    }
}
