package org.weir.consent.preview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.ledger.ReasonCode;

/**
 * What would flow under a text, told by recent records.
 *
 * @param replayed how many records were looked at
 * @param shared how many of them would be shared
 * @param withheld how many would not, by reason
 * @param quarantined how many would be set aside
 * @param fields every field of the contract, in its order
 * @param samples some records before and after, of each outcome
 * @param notes what somebody who reads the figures must know
 */
public record Preview(
        long replayed,
        long shared,
        Map<ReasonCode, Long> withheld,
        long quarantined,
        List<FieldFlow> fields,
        List<Sample> samples,
        List<String> notes) {
    /** Two of each outcome show it; more is a list that nobody reads. */
    private static final int SAMPLES_OF_A_KIND = 2;

    static Preview of(Trial trial, KnownFeed feed, List<String> notes) {
        Map<ReasonCode, Long> withheld = new EnumMap<>(ReasonCode.class);
        Map<String, Integer> taken = new HashMap<>();
        List<Sample> samples = new ArrayList<>();
        long shared = 0;
        long quarantined = 0;
        for (int i = 0; i < trial.records().size(); i++) {
            Outcome outcome = trial.outcomes().get(i);
            String kind = outcome.word();
            if (outcome instanceof Outcome.Shared) {
                shared++;
            } else if (outcome instanceof Outcome.Withheld w) {
                withheld.merge(w.reason(), 1L, Long::sum);
                kind = w.reason().code();
            } else {
                quarantined++;
            }
            if (taken.merge(kind, 1, Integer::sum) <= SAMPLES_OF_A_KIND) {
                samples.add(Sample.of(trial.records().get(i), outcome));
            }
        }
        return new Preview(
                trial.records().size(),
                shared,
                withheld,
                quarantined,
                FieldFlows.of(trial, feed.contract()),
                samples,
                notes);
    }
}
