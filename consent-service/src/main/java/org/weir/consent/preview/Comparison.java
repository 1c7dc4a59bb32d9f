package org.weir.consent.preview;

import java.util.ArrayList;
import java.util.List;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.preview.Effect.FieldChange;
import org.weir.consent.preview.Outcome.Shared;
import org.weir.consent.preview.Outcome.Withheld;

/** Compares two texts by what they do to the same records. */
final class Comparison {
    private Comparison() {}

    static Effect of(Trial first, Trial second, KnownFeed feed, List<String> notes) {
        long more = 0;
        long less = 0;
        for (int i = 0; i < first.records().size(); i++) {
            boolean before = first.outcomes().get(i) instanceof Shared;
            boolean after = second.outcomes().get(i) instanceof Shared;
            more += after && !before ? 1 : 0;
            less += before && !after ? 1 : 0;
        }
        List<FieldFlow> flowsBefore = FieldFlows.of(first, feed.contract());
        List<FieldFlow> flowsAfter = FieldFlows.of(second, feed.contract());
        List<FieldChange> fields = new ArrayList<>();
        for (int i = 0; i < flowsBefore.size(); i++) {
            fields.add(FieldChange.of(flowsBefore.get(i), flowsAfter.get(i)));
        }
        return new Effect(
                first.records().size(),
                fields,
                shared(first),
                shared(second),
                more,
                less,
                sentences(fields, more, less, first, second),
                notes);
    }

    private static long shared(Trial trial) {
        return trial.outcomes().stream().filter(Shared.class::isInstance).count();
    }

    private static List<String> sentences(List<FieldChange> fields, long more, long less, Trial first, Trial second) {
        List<String> said = new ArrayList<>();
        for (FieldChange each : fields) {
            String title = "“" + each.title().split(";")[0].strip() + "”";
            if (each.flows() && !each.flowsBefore()) {
                said.add(title + " would flow (" + each.how() + "); today it stays behind.");
            } else if (each.flowsBefore() && !each.flows()) {
                said.add(title + " would stay behind; today it flows (" + each.howBefore() + ").");
            } else if (!each.howBefore().equals(each.how())) {
                said.add(title + " would flow as: " + each.how() + "; today as: " + each.howBefore() + ".");
            }
        }
        int of = first.records().size();
        if (more > 0) {
            said.add(more + " of " + of + " records would flow that do not flow today" + because(first, second) + ".");
        }
        if (less > 0) {
            said.add(less + " of " + of + " records would no longer flow" + because(second, first) + ".");
        }
        if (said.isEmpty()) {
            said.add(
                    of == 0
                            ? "No field flows otherwise; there were no records to compare by."
                            : "Nothing changes for any of " + of + " records.");
        }
        return said;
    }

    /** The reasons for which one text withholds what the other shares. */
    private static String because(Trial withholds, Trial shares) {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < withholds.records().size(); i++) {
            if (shares.outcomes().get(i) instanceof Shared
                    && withholds.outcomes().get(i) instanceof Withheld w
                    && !reasons.contains(w.reason().code())) {
                reasons.add(w.reason().code());
            }
        }
        return reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
    }
}
