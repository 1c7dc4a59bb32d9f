package org.weir.dashboard.query;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.store.EvidenceReader;
import org.weir.dashboard.store.WaitingDates;

/** The dates of a ranking's period whose evidence is still to be gathered, by the feed. */
record Waiting(Map<EvidenceReader.Source, Set<LocalDate>> bySource) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Waiting of(WaitingDates read, Collection<EvidenceReader.Source> sources, RankingRequest.Period period) {
        Map<EvidenceReader.Source, Set<LocalDate>> bySource = new HashMap<>();
        for (EvidenceReader.Source source : sources) {
            Set<LocalDate> dates =
                    read.ofEvidence(source, period.from(), period.to()).await().atMost(PATIENCE);
            bySource.put(source, dates.stream().filter(period::counts).collect(Collectors.toSet()));
        }
        return new Waiting(bySource);
    }

    int of(EvidenceReader.Source source) {
        return bySource.getOrDefault(source, Set.of()).size();
    }

    /** A set of the caller's own. */
    Set<LocalDate> dates() {
        return bySource.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Why there is no ranking; null where there is one.
     *
     * @param known dates that have evidence
     */
    Figure.Missing missing(Collection<LocalDate> known) {
        if (known.size() >= Rankings.FEWEST_DAYS) {
            return null;
        }
        Set<LocalDate> some = dates();
        some.addAll(known);
        return some.size() >= Rankings.FEWEST_DAYS ? Figure.Missing.NOT_YET : Figure.Missing.TOO_FEW;
    }
}
