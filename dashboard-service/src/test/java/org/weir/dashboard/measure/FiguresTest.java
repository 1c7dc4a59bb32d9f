package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final int PERIODS = 400;

    /** Days of 30 runs that share their day's luck: what makes runs of one day no independent ones. */
    private static List<DaySheet> days(Random chance, int many) {
        List<DaySheet> days = new ArrayList<>();
        for (int day = 0; day < many; day++) {
            double luck = chance.nextGaussian() * 20;
            DaySheet.Builder sheet = new DaySheet.Builder();
            for (int i = 0; i < 30; i++) {
                double seconds = 300 + luck + chance.nextGaussian() * 30;
                sheet.at(32 + i / 3)
                        .add(Quantity.RUNNING, seconds)
                        .add(Quantity.HEADWAY, 2 * seconds)
                        .add(Count.METRES, 400);
            }
            days.add(sheet.build());
        }
        return days;
    }

    private static double covered(String id, double truth, int many) {
        Random chance = new Random(20260302);
        int within = 0;
        for (int i = 0; i < PERIODS; i++) {
            Figure figure = Figures.of(Registry.find(id), days(chance, many), q -> true, Terms.STANDARD);
            within += figure.low() <= truth && truth <= figure.high() ? 1 : 0;
        }
        return (double) within / PERIODS;
    }

    @Test
    void intervalsHoldTheTruth_aboutAsOftenAsTheySay() {
        // Runs have mean 300 s and deviation √(20² + 30²); headways twice that.
        double variance = 4 * (20 * 20 + 30 * 30.0);
        assertThat(covered("headway", 600, 20)).isBetween(0.92, 0.98);
        assertThat(covered("average-wait", (600 * 600 + variance) / 1200, 20)).isBetween(0.92, 0.98);
        assertThat(covered("headway", 600, 4)).isBetween(0.92, 0.98);
    }

    @Test
    void intervalsOfPercentiles_doTheSame() {
        double ninetieth = 300 + 1.281552 * Math.sqrt(20 * 20 + 30 * 30);
        assertThat(covered("speed-p50", 400.0 / 300, 20)).isBetween(0.91, 0.99);
        assertThat(covered("speed-p10", 400.0 / ninetieth, 20)).isBetween(0.89, 0.99);
    }

    @Test
    void intervalsOfSpreads_areOfDaysDrawnAgain_andAlwaysTheSame() {
        List<DaySheet> days = days(new Random(7), 20);

        Figure figure = Figures.of(Registry.find("spread"), days, q -> true, Terms.STANDARD);

        assertThat(figure).isEqualTo(Figures.of(Registry.find("spread"), days, q -> true, Terms.STANDARD));
        assertThat(figure.high()).isGreaterThan(figure.low());
    }

    @Test
    void intervalsOfSpreads_holdTheTruth_aboutAsOftenAsTheySay() {
        double deviation = Math.sqrt(20 * 20 + 30 * 30);
        double eightieth = 0.841621 * deviation;
        assertThat(covered("spread", 1.281552 * deviation, 20)).isBetween(0.92, 0.99);
        assertThat(covered("spread", 1.281552 * deviation, 7)).isBetween(0.91, 0.99);
        assertThat(covered("variability", (300 + eightieth) / (300 - eightieth), 20))
                .isBetween(0.92, 0.99);
        assertThat(covered("fixed-time", 300 - 1.281552 * deviation, 20)).isBetween(0.9, 0.99);
    }

    /** They change little where headways do, unlike other percentiles: no days are drawn again. */
    @Test
    void intervalsOfWaits_doTheSame() {
        Random chance = new Random(1);
        double[] headways = chance.doubles(200_000)
                .map(u -> 600 + 2 * Math.sqrt(20 * 20 + 30 * 30) * chance.nextGaussian())
                .toArray();
        Waits truth = Waits.of(headways);
        assertThat(covered("wait-p50", truth.quantile(0.5), 20)).isBetween(0.92, 0.98);
        assertThat(covered("wait-p90", truth.quantile(0.9), 20)).isBetween(0.92, 0.98);
    }

    @Test
    void gradesRegularity_andNothingElse() {
        List<DaySheet> days = days(new Random(7), 20);

        Figure regularity = Figures.of(Registry.find("headway-regularity"), days, q -> true, Terms.STANDARD);

        assertThat(regularity.value()).isBetween(0.09, 0.15);
        assertThat(regularity.grade()).isEqualTo(Regularity.A);
        assertThat(Figures.of(Registry.find("headway"), days, q -> true, Terms.STANDARD)
                        .grade())
                .isNull();
    }

    @Test
    void saysTooFew_andNoNumber() {
        DaySheet.Builder sheet = new DaySheet.Builder();
        sheet.at(32).add(Quantity.HEADWAY, 600).add(Count.SCHEDULED, 4).add(Count.SERVED, 3);

        Figure figure = Figures.of(Registry.find("headway"), List.of(sheet.build()), q -> true, Terms.STANDARD);

        assertThat(figure.tooFew()).isTrue();
        assertThat(figure.value()).isNull();
        assertThat(figure.low()).isNull();
        assertThat(figure.n()).isEqualTo(1);
        assertThat(figure.completeness()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void saysNotDefined_whereTheFormulaHasNoAnswer() {
        Figure figure = Figures.of(Registry.find("delay"), days(new Random(1), 3), q -> true, Terms.STANDARD);

        assertThat(figure.missing()).isEqualTo(Figure.Missing.NOT_DEFINED);
        assertThat(figure.value()).isNull();
    }

    @Test
    void takesQuarterHoursForIndependent_whereThereIsOneDay() {
        Figure figure = Figures.of(Registry.find("headway"), days(new Random(1), 1), q -> true, Terms.STANDARD);

        assertThat(figure.clusters()).isEqualTo(Figure.Clusters.QUARTER_HOURS);
        assertThat(figure.low()).isLessThan(figure.value());
        Figure one = Figures.of(Registry.find("headway"), days(new Random(1), 2), q -> q == 32, Terms.STANDARD);
        assertThat(one.value()).isNotNull();
        assertThat(one.clusters()).isNull();
    }

    @Test
    void anHourlyTotal_keepsItsHours_whereADayIsLeftOut() {
        // Given three equal days of two hours each: leaving one out changes nothing
        List<DaySheet> same = List.of(
                days(new Random(3), 1).get(0),
                days(new Random(3), 1).get(0),
                days(new Random(3), 1).get(0));
        Terms terms = new Terms(Choices.of(Map.of("free-flow", "16mph")), Cell.EMPTY, 6);

        Figure figure = Figures.of(Registry.find("delay-per-hour"), same, q -> true, terms);

        assertThat(figure.high() - figure.low()).isCloseTo(0, within(1e-6));
    }
}
