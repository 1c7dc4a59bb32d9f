package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpeedAccumulatorTest {
    @Test
    void weighsEachMetreTheSame() {
        // 400 m in 40 s and 400 m in 80 s: 800 m in 120 s, not the mean of 10 and 5
        SpeedAccumulator speeds = SpeedAccumulator.EMPTY.add(400, 40, true).add(400, 80, true);
        assertThat(speeds.n()).isEqualTo(2);
        assertThat(speeds.mean()).isCloseTo(6.6667, within(0.0001));
    }

    @Test
    void findsPercentilesToItsStep() {
        SpeedAccumulator speeds = SpeedAccumulator.EMPTY;
        for (int i = 1; i <= 100; i++) {
            speeds = speeds.add(i / 10.0, 1, true);
        }
        assertThat(speeds.quantile(0.1)).isCloseTo(1.0, within(0.5));
        assertThat(speeds.quantile(0.5)).isCloseTo(5.0, within(0.5));
        assertThat(speeds.quantile(0.9)).isCloseTo(9.0, within(0.5));
    }

    @Test
    void keepsWhatIsTooFastInTheLastBin() {
        SpeedAccumulator speeds = SpeedAccumulator.EMPTY.add(1000, 1, true);
        assertThat(speeds.bins()).hasSize(SpeedAccumulator.BINS);
        assertThat(speeds.quantile(0.5)).isBetween(39.5, 40.0);
    }

    @Test
    void hasNoNumberWhereThereIsNothing() {
        assertThat(SpeedAccumulator.EMPTY.mean()).isNaN();
        assertThat(SpeedAccumulator.EMPTY.quantile(0.5)).isNaN();
    }

    @Test
    void countsATripOnce() {
        SegmentHour key = new SegmentHour("a", "f.x", "1", 0, "A>B", LocalDate.of(2026, 3, 10), 8);
        SegmentSpeed speed = SegmentSpeed.none(key)
                .add(400, 40, "t1")
                .add(400, 40, "t2")
                .add(400, 40, "t1")
                .add(400, 40, "");
        assertThat(speed.speeds().n()).isEqualTo(4);
        assertThat(speed.speeds().trips()).isEqualTo(3);
        assertThat(speed.tripMarks()).isSorted().hasSize(2);
    }

    @Property(tries = 300)
    void mergingIsAddingAll(
            @ForAll @Size(max = 40) List<@IntRange(min = 10, max = 400) Integer> first,
            @ForAll @Size(max = 40) List<@IntRange(min = 10, max = 400) Integer> second) {
        SpeedAccumulator all = all(all(SpeedAccumulator.EMPTY, first), second);
        SpeedAccumulator merged = all(SpeedAccumulator.EMPTY, first).merge(all(SpeedAccumulator.EMPTY, second));
        assertThat(merged).isEqualTo(all);
    }

    @Property(tries = 300)
    void percentilesRise(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 10, max = 400) Integer> seconds,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double a,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double b) {
        SpeedAccumulator speeds = all(SpeedAccumulator.EMPTY, seconds);
        assertThat(speeds.quantile(Math.min(a, b))).isLessThanOrEqualTo(speeds.quantile(Math.max(a, b)));
    }

    /** Whole metres and seconds, so that sums are exact in any order. */
    private static SpeedAccumulator all(SpeedAccumulator to, List<Integer> seconds) {
        for (int each : seconds) {
            to = to.add(400, each, true);
        }
        return to;
    }
}
