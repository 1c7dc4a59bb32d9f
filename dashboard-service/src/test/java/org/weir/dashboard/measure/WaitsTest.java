package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void areTheExactOnes_ofAStopWithBunchesAndAGap() {
        Waits waits = Waits.between(300, 600, 900, 1500, 3600, 7200);

        assertThat(waits.quantile(0.5)).isCloseTo(18.75 * 60, within(1e-6));
        assertThat(waits.quantile(0.9)).isCloseTo(48.5 * 60, within(1e-6));
        assertThat(waits.quantile(0.1)).isCloseTo(2.3 * 60, within(1e-6));
    }

    @Test
    void areHalfAHeadwayInTheMean_whereBusesComeEvenly_andLongerWhereTheyBunch() {
        assertThat(Waits.between(0, 600, 1200, 1800).mean()).isCloseTo(300, within(1e-9));
        assertThat(Waits.between(0, 60, 1200, 1800).mean()).isGreaterThan(400);
    }

    @Test
    void haveNoNumber_whereNobodyCanCome() {
        assertThat(Waits.of().quantile(0.5)).isNaN();
        assertThat(Waits.between(300).mean()).isNaN();
        assertThat(Waits.between(300, 300).quantile(0.5)).isNaN();
        assertThat(Waits.between(300, 300).shareWithin(60)).isNaN();
    }

    @Test
    void refuse_whatIsNoHeadway() {
        assertThatThrownBy(() -> Waits.of(60, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Waits.of(60, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Riders thrown at random into the period, each waiting for the next bus. */
    @Test
    void agreeWithRidersWhoComeAtRandom() {
        double[] arrivals = {300, 600, 900, 1500, 3600, 7200};
        Random random = new Random(20260302);
        double[] waited = new double[200_000];
        for (int i = 0; i < waited.length; i++) {
            double comes = 300 + random.nextDouble() * 6900;
            waited[i] = Arrays.stream(arrivals)
                            .filter(bus -> bus >= comes)
                            .findFirst()
                            .orElseThrow()
                    - comes;
        }
        Arrays.sort(waited);
        Waits waits = Waits.between(arrivals);
        for (int percent = 5; percent < 100; percent += 5) {
            assertThat(waits.quantile(percent / 100.0)).isCloseTo(waited[waited.length / 100 * percent], within(20.0));
        }
        assertThat(waits.mean()).isCloseTo(Arrays.stream(waited).average().orElseThrow(), within(10.0));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Property
    void sayTheSame_forwardsAndBackwards(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 1, max = 7200) Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        double[] headways = array(values);
        Waits waits = Waits.of(headways);

        double wait = waits.quantile(share);

        assertThat(wait).isBetween(0.0, Arrays.stream(headways).max().orElseThrow());
        assertThat(waits.shareWithin(wait)).isCloseTo(share, within(1e-9));
    }

    @Property
    void haveTheMeanThatTheirDistributionHas(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 60, max = 3600) Double> values) {
        double[] headways = array(values);
        Waits waits = Waits.of(headways);
        double mean = 0;
        int steps = 2_000;
        for (int i = 0; i < steps; i++) {
            mean += waits.quantile((i + 0.5) / steps) / steps;
        }
        assertThat(waits.mean()).isCloseTo(mean, within(waits.mean() * 0.01));
    }

    @Property
    void doNotDependOnTheOrder(
            @ForAll @Size(min = 2, max = 50) @UniqueElements List<@DoubleRange(min = 0, max = 7200) Double> values) {
        double[] arrivals = array(values);
        double[] backwards = arrivals.clone();
        for (int i = 0; i < backwards.length; i++) {
            backwards[i] = arrivals[arrivals.length - 1 - i];
        }
        assertThat(Waits.between(backwards).mean())
                .isEqualTo(Waits.between(arrivals).mean());
    }

    /** A month at a stop: what was kept in bins tells the waits as the headways themselves would. */
    @Property(tries = 100)
    void fromAHistogram_areAsGoodAsItsBins(
            @ForAll Random chance, @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        double[] headways = chance.doubles(200, 30, 1500).toArray();
        Histogram kept = Histogram.of(Quantity.HEADWAY, headways);

        assertThat(Waits.of(kept).quantile(share)).isCloseTo(Waits.of(headways).quantile(share), within(7.5));
        assertThat(Waits.of(kept).mean()).isCloseTo(Waits.of(headways).mean(), within(2.0));
    }

    @Test
    void fromAHistogramOfEvenHeadways_areExact() {
        Histogram even = Histogram.of(Quantity.HEADWAY, 600, 600, 600, 600);

        assertThat(Waits.of(even).quantile(0.5)).isCloseTo(300, within(1e-9));
        assertThat(Waits.of(Histogram.empty(Quantity.HEADWAY)).quantile(0.5)).isNaN();
    }
}
