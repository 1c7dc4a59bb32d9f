package org.weir.consent.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.feed.FeedContract;

/** Follows each field of a contract through a trial, with a few values before and after. */
final class FieldFlows {
    /** As many as fit beside each other in a table. */
    private static final int SAMPLES = 3;

    private final Map<String, List<JsonNode>> before = new HashMap<>();
    private final Map<String, List<JsonNode>> after = new HashMap<>();
    private boolean anyShared;

    private FieldFlows() {}

    /** Every field, in the contract's order. Whether one flows is seen in the records; without any, read in the text. */
    static List<FieldFlow> of(Trial trial, FeedContract contract) {
        FieldFlows flows = new FieldFlows();
        for (int i = 0; i < trial.records().size(); i++) {
            if (trial.outcomes().get(i) instanceof Outcome.Shared shared) {
                flows.see(trial.records().get(i), shared);
            }
        }
        return contract.fields().stream().map(field -> flows.flow(field, trial)).toList();
    }

    private void see(RawRecord record, Outcome.Shared shared) {
        anyShared = true;
        Map<String, JsonNode> out = Leaves.of(Leaves.tree(shared.value()));
        Leaves.of(Leaves.tree(record.value())).forEach((path, value) -> {
            List<JsonNode> seen = before.computeIfAbsent(path, p -> new ArrayList<>(SAMPLES));
            if (seen.size() < SAMPLES && !seen.contains(value)) {
                seen.add(value);
                if (out.containsKey(path)) {
                    after.computeIfAbsent(path, p -> new ArrayList<>(SAMPLES)).add(out.get(path));
                }
            }
        });
    }

    private FieldFlow flow(ContractField field, Trial trial) {
        String path = field.path();
        String how = HowItFlows.of(path, trial.document());
        boolean listed = !how.equals(HowItFlows.WITHHELD);
        boolean flows = after.containsKey(path) || listed && (!anyShared || !before.containsKey(path));
        return new FieldFlow(
                path,
                field.title(),
                field.classification().term(),
                flows,
                flows ? how : HowItFlows.WITHHELD,
                before.getOrDefault(path, List.of()),
                after.getOrDefault(path, List.of()));
    }
}
