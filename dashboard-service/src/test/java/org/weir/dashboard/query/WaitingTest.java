package org.weir.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.measure.Figure;
import org.weir.dashboard.store.EvidenceReader;

class WaitingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final EvidenceReader.Source ONE = new EvidenceReader.Source("a.buses", "a");
    private static final EvidenceReader.Source OTHER = new EvidenceReader.Source("b.buses", "b");

    @Test
    void saysThatItIsNotYet_onlyWhereEnoughDaysAreToCome() {
        Waiting waits = new Waiting(Map.of(ONE, Set.of(MONDAY, MONDAY.plusDays(1)), OTHER, Set.of(MONDAY)));

        assertThat(waits.dates()).hasSize(2);
        assertThat(waits.of(ONE)).isEqualTo(2);
        assertThat(waits.missing(List.of())).isEqualTo(Figure.Missing.TOO_FEW);
        // A day that waits to be gathered again is not another day.
        assertThat(waits.missing(List.of(MONDAY))).isEqualTo(Figure.Missing.TOO_FEW);
        assertThat(waits.missing(List.of(MONDAY.plusDays(2)))).isEqualTo(Figure.Missing.NOT_YET);
        assertThat(waits.missing(List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2))))
                .isNull();
    }
}
