package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void keepsSumsExactly() {
        Histogram headways = Histogram.of(Quantity.HEADWAY, 300, 600, 120.5);

        assertThat(headways.n()).isEqualTo(3);
        assertThat(headways.total()).isCloseTo(1020.5, within(1e-9));
        assertThat(headways.totalOfSquares()).isCloseTo(300 * 300 + 600 * 600 + 120.5 * 120.5, within(1e-6));
        assertThat(headways.mean()).isCloseTo(340.1666, within(1e-3));
        assertThat(Histogram.of(Quantity.HEADWAY, 300, 600).deviation()).isCloseTo(150, within(1e-9));
    }

    @Test
    void countsExactly_belowTheThresholdsOfTheRegistry() {
        Histogram lateness = Histogram.of(Quantity.LATENESS_BETWEEN, -61, -60, -59, 0, 179.9, 180, 299.9, 300, 360);

        assertThat(lateness.below(-60)).isEqualTo(1);
        assertThat(lateness.below(0)).isEqualTo(3);
        assertThat(lateness.below(180)).isEqualTo(5);
        assertThat(lateness.below(300)).isEqualTo(7);
        assertThat(lateness.below(360)).isEqualTo(8);
        assertThat(Histogram.of(Quantity.HEADWAY, 119.9, 120).below(120)).isEqualTo(1);
        Histogram ratios = Histogram.of(Quantity.HEADWAY_RATIO, 0.249, 0.25, 0.3, 0.499, 0.5, 1.499, 1.5);
        assertThat(ratios.below(0.25)).isEqualTo(1);
        assertThat(ratios.below(0.5)).isEqualTo(4);
        assertThat(ratios.below(1.5)).isEqualTo(6);
        Histogram over = Histogram.of(Quantity.HEADWAY_OVER, -500, 179, 180);
        assertThat(over.below(180)).isEqualTo(2);
    }

    @Test
    void hasNoNumber_whereThereIsNoValue() {
        Histogram none = Histogram.empty(Quantity.DWELL);

        assertThat(none.mean()).isNaN();
        assertThat(none.deviation()).isNaN();
        assertThat(none.quantile(0.5)).isNaN();
        assertThat(none.below(100)).isZero();
    }

    @Test
    void keepsWhatIsBeyondAllReason_asTwoDays() {
        Histogram wild = Histogram.of(Quantity.LATENESS_FIRST, 1e12, -1e12);

        assertThat(wild.total()).isZero();
        assertThat(wild.quantile(1)).isCloseTo(172_800, within(15.0));
        assertThat(Histogram.of(Quantity.RUNNING, -5, 1e12).below(1)).isEqualTo(1);
    }

    @Test
    void isNotWritten_whereItCouldNotBeReadAgain() {
        DaySheet.Builder sheet = new DaySheet.Builder();
        sheet.at(308 * 4).add(Quantity.RUNNING, 60);
        assertThatThrownBy(() -> DaySheetCodec.write(sheet.build())).isInstanceOf(IllegalArgumentException.class);
    }
}
