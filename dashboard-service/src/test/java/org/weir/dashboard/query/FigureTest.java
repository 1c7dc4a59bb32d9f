package org.weir.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.weir.dashboard.measure.Cell;
import org.weir.dashboard.measure.Count;
import org.weir.dashboard.measure.Definition;
import org.weir.dashboard.measure.Measure;
import org.weir.dashboard.measure.Quantity;
import org.weir.dashboard.measure.Registry;

class FigureTest {
    private static Figure of(int runs) {
        Cell.Builder cell = new Cell.Builder();
        for (int i = 0; i < runs; i++) {
            cell.add(Quantity.RUNNING, 40).add(Count.METRES, 400);
        }
        return Figure.of(cell.build());
    }

    @Test
    void tellsEachSpeed_fromItsOwnMinimumOn() {
        assertThat(of(4)).isEqualTo(new Figure(4, 4, null, null, null, null, true));
        assertThat(of(9).p10Mps()).isNull();
        assertThat(of(9).p90Mps()).isNull();
        assertThat(of(9).p50Mps()).isBetween(9.75, 10.25);
        assertThat(of(9).meanMps()).isEqualTo(10);
        assertThat(of(10).p10Mps()).isNotNull();
        assertThat(of(10).p90Mps()).isNotNull();
    }

    @Test
    void hasTheRegistrysDefinitions() {
        assertThat(Figure.DEFINITIONS)
                .isSubsetOf(Registry.ALL.stream().map(Measure::definition).toList())
                .extracting(Definition::id)
                .containsExactly("running-speed", "speed-p10", "speed-p50", "speed-p90");
    }
}
