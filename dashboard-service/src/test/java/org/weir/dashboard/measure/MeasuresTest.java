package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.weir.schemas.problem.Refusal;

class MeasuresTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static Terms with(String parameter, String choice) {
        return new Terms(Choices.of(Map.of(parameter, choice)), Cell.EMPTY, 1);
    }

    private static double of(String id, Cell cell) {
        return Registry.find(id).value(cell, Terms.STANDARD);
    }

    private static double of(String id, Cell cell, String parameter, String choice) {
        return Registry.find(id).value(cell, with(parameter, choice));
    }

    private static Cell cell(Quantity quantity, double... values) {
        Cell.Builder cell = new Cell.Builder();
        for (double value : values) {
            cell.add(quantity, value);
        }
        return cell.build();
    }

    /** Headways at a stop where one each ten minutes is scheduled. */
    private static Cell headways(double... headways) {
        Cell.Builder cell = new Cell.Builder();
        for (double headway : headways) {
            cell.add(Quantity.HEADWAY, headway)
                    .add(Quantity.SCHEDULED_HEADWAY, 600)
                    .add(Quantity.HEADWAY_RATIO, headway / 600)
                    .add(Quantity.HEADWAY_OVER, headway - 600);
        }
        return cell.build();
    }

    @Test
    void waits_areLongerThanHalfAHeadway_whereBusesBunch() {
        // Given 100 s, 1100 s and 600 s: Σh = 1800, Σh² = 1,580,000
        Cell cell = headways(100, 1100, 600);

        assertThat(of("headway", cell)).isCloseTo(600, EXACT);
        assertThat(of("average-wait", cell)).isCloseTo(1_580_000 / 3600.0, EXACT);
        assertThat(of("scheduled-wait", cell)).isCloseTo(300, EXACT);
        assertThat(of("excess-wait", cell)).isCloseTo(1_580_000 / 3600.0 - 300, EXACT);
    }

    @Test
    void excessWait_isOfFrequentServiceOnly() {
        Cell.Builder rare = new Cell.Builder();
        rare.add(Quantity.HEADWAY, 900).add(Quantity.SCHEDULED_HEADWAY, 721);

        assertThat(of("excess-wait", rare.build())).isNaN();
    }

    @Test
    void regularity_isDeviationOverMean_andHasAGrade() {
        assertThat(of("headway-regularity", headways(300, 600, 900))).isCloseTo(Math.sqrt(60_000) / 600, EXACT);
        assertThat(Regularity.of(0)).isEqualTo(Regularity.A);
        assertThat(Regularity.of(0.21)).isEqualTo(Regularity.A);
        assertThat(Regularity.of(0.22)).isEqualTo(Regularity.B);
        assertThat(Regularity.of(0.31)).isEqualTo(Regularity.C);
        assertThat(Regularity.of(0.52)).isEqualTo(Regularity.D);
        assertThat(Regularity.of(0.74)).isEqualTo(Regularity.E);
        assertThat(Regularity.of(0.75)).isEqualTo(Regularity.F);
        assertThat(Regularity.of(3)).isEqualTo(Regularity.F);
    }

    @Test
    void bunched_isWhatWasChosen() {
        Cell cell = headways(119, 149, 150, 299, 300, 600, 900, 1000);

        assertThat(of("bunched", cell)).isCloseTo(2 / 8.0, EXACT);
        assertThat(of("bunched", cell, "bunching", "half")).isCloseTo(4 / 8.0, EXACT);
        assertThat(of("bunched", cell, "bunching", "two-minutes")).isCloseTo(1 / 8.0, EXACT);
        assertThat(of("big-gap", cell)).isCloseTo(2 / 8.0, EXACT);
    }

    @Test
    void onTime_isWhatWasChosen() {
        Cell.Builder cell = new Cell.Builder();
        for (double late : new double[] {-10, 0, 179, 181}) {
            cell.add(Quantity.LATENESS_FIRST, late);
        }
        for (double late : new double[] {-70, -60, 299, 310, 400}) {
            cell.add(Quantity.LATENESS_BETWEEN, late);
        }
        cell.add(Quantity.LATENESS_LAST, -500).add(Quantity.LATENESS_LAST, 299);

        assertThat(of("on-time", cell.build())).isCloseTo(7 / 11.0, EXACT);
        assertThat(of("on-time", cell.build(), "on-time", "mbta")).isCloseTo(7 / 11.0, EXACT);
        assertThat(of("on-time", headways(500, 779, 780, 1500), "on-time", "frequent"))
                .isCloseTo(0.5, EXACT);
    }

    @Test
    void fixedVariableAndDwelling_addUpToTheTrip() {
        Cell.Builder cell = new Cell.Builder();
        for (int i = 0; i < 20; i++) {
            cell.add(Quantity.RUNNING, 100 + 10 * i).add(Quantity.DWELL, 30).add(Quantity.TRIP_TIME, 130 + 10 * i);
        }
        Cell whole = cell.build();

        assertThat(of("fixed-time", whole)).isCloseTo(110, within(3.0));
        assertThat(of("dwell-time", whole)).isCloseTo(30, EXACT);
        assertThat(of("fixed-time", whole) + of("variable-time", whole) + of("dwell-time", whole))
                .isCloseTo(whole.of(Quantity.TRIP_TIME).mean(), EXACT);
    }

    @Test
    void speeds_areMetresOverTime() {
        // Given ten runs over 400 m in 40, 50 … 130 s, each standing 15 s
        Cell.Builder cell = new Cell.Builder();
        for (int i = 0; i < 10; i++) {
            cell.add(Quantity.RUNNING, 40 + 10 * i).add(Quantity.DWELL, 15).add(Count.METRES, 400);
        }

        assertThat(of("speed", cell.build())).isCloseTo(4000 / (850 + 150.0), EXACT);
        assertThat(of("running-speed", cell.build())).isCloseTo(4000 / 850.0, EXACT);
        assertThat(of("speed-p50", cell.build())).isCloseTo(400 / 80.0, within(0.2));
        assertThat(of("speed-p90", cell.build())).isCloseTo(400 / 40.0, within(0.3));
        assertThat(of("speed-p10", cell.build())).isCloseTo(400 / 120.0, within(0.1));
    }

    @Test
    void delay_isAgainstTheChosenFreeFlow() {
        // Given four runs over a mile in 300 s with 20 s of standing, scheduled to take 290 s, and quiet ones of 200 s
        Cell.Builder cell = new Cell.Builder();
        for (int i = 0; i < 4; i++) {
            cell.add(Quantity.RUNNING, 300)
                    .add(Quantity.DWELL, 20)
                    .add(Quantity.SCHEDULED_TIME, 290)
                    .add(Quantity.CROWDING, 50)
                    .add(Count.METRES, 1609);
        }
        Cell.Builder quiet = new Cell.Builder();
        for (int i = 0; i < 20; i++) {
            quiet.add(Quantity.RUNNING, 200);
        }
        Terms own = new Terms(Choices.STANDARD, quiet.build(), 2);

        assertThat(Registry.find("delay").value(cell.build(), own)).isCloseTo(100, within(200 / 40 + 0.1));
        assertThat(of("delay", cell.build(), "free-flow", "16mph")).isCloseTo(300 - 225, within(0.1));
        assertThat(of("delay-per-mile", cell.build(), "free-flow", "16mph")).isCloseTo(75, within(0.1));
        assertThat(of("delay", cell.build(), "free-flow", "schedule")).isCloseTo(30, EXACT);
        Terms twoHours = new Terms(Choices.of(Map.of("free-flow", "schedule", "seats", "30")), Cell.EMPTY, 2);
        assertThat(Registry.find("delay-per-hour").value(cell.build(), twoHours))
                .isCloseTo(4 * 30 / 2.0, EXACT);
        assertThat(Registry.find("riders").value(cell.build(), twoHours)).isCloseTo(15, EXACT);
        assertThat(Registry.find("rider-delay-per-hour").value(cell.build(), twoHours))
                .isCloseTo(60 * 15, within(1e-6));
    }

    @Test
    void delay_isNotDefined_whereItsFreeFlowIsNotKnown() {
        Cell cell = cell(Quantity.RUNNING, 100, 100, 100, 100, 100);

        assertThat(of("delay", cell)).isNaN();
        assertThat(of("delay", cell, "free-flow", "schedule")).isNaN();
        assertThat(of("delay", cell, "free-flow", "16mph")).isNaN();
    }

    /** Of a figure made of several kinds of observations, the rarest tells whether they are enough. */
    @Test
    void n_isOfWhatIsRarest() {
        Cell.Builder cell = new Cell.Builder().add(Count.METRES, 400_000);
        for (int i = 0; i < 1000; i++) {
            cell.add(Quantity.RUNNING, 300).add(Quantity.HEADWAY, 600);
        }
        Cell one = cell.add(Quantity.CROWDING, 50)
                .add(Quantity.SCHEDULED_HEADWAY, 600)
                .add(Quantity.SCHEDULED_TIME, 290)
                .add(Quantity.DWELL, 20)
                .build();

        Terms fixed = with("free-flow", "16mph");
        assertThat(Registry.find("delay").n(one, fixed)).isEqualTo(1000);
        assertThat(Registry.find("rider-delay-per-hour").n(one, fixed)).isEqualTo(1);
        assertThat(Figures.of(Registry.find("rider-delay-per-hour"), one, fixed).missing())
                .isEqualTo(Figure.Missing.TOO_FEW);
        for (String id : List.of("delay", "delay-per-mile", "delay-per-hour", "rider-delay-per-hour")) {
            assertThat(Registry.find(id).n(one, with("free-flow", "schedule"))).isEqualTo(1);
        }
        assertThat(Registry.find("excess-wait").n(one, Terms.STANDARD)).isEqualTo(1);
        assertThat(Registry.find("dwell-time").n(one, Terms.STANDARD)).isEqualTo(1);
    }

    @Test
    void speed_isNotDefined_whereNobodyKnowsTheLength() {
        Cell cell = cell(Quantity.RUNNING, 100, 100, 100, 100, 100);

        assertThat(of("speed", cell)).isNaN();
        assertThat(of("running-speed", cell)).isNaN();
        assertThat(of("speed-p50", cell)).isNaN();
    }

    @Test
    void variability_comparesPercentilesOfRunning() {
        double[] running = new double[100];
        for (int i = 0; i < 100; i++) {
            running[i] = 100 + i;
        }
        Cell cell = cell(Quantity.RUNNING, running);

        assertThat(of("variability", cell)).isCloseTo(180 / 120.0, within(0.04));
        assertThat(of("spread", cell)).isCloseTo(40, within(5.0));
    }

    @Test
    void completeness_isServedOverScheduled() {
        Cell cell = new Cell.Builder()
                .add(Count.SCHEDULED, 10)
                .add(Count.SERVED, 8)
                .add(Count.UNSCHEDULED, 1)
                .build();

        assertThat(of("completeness", cell)).isCloseTo(0.8, EXACT);
        assertThat(of("missing", cell)).isCloseTo(0.2, EXACT);
        assertThat(of("unscheduled", cell)).isCloseTo(0.1, EXACT);
        assertThat(of("completeness", Cell.EMPTY)).isNaN();
    }

    @Test
    void whatCannotBeChosen_isRefusedByName() {
        assertThatThrownBy(() -> Choices.of(Map.of("bunching", "third")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("quarter, half, two-minutes");
        assertThatThrownBy(() -> Choices.of(Map.of("seats", "none"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Choices.of(Map.of("seats", "0"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Choices.of(Map.of("weather", "good"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Registry.find("happiness")).isInstanceOf(Refusal.class);
    }

    @Test
    void peaks_areWhatWasChosen_andQuietHoursGoOverMidnight() {
        Choices wide = Choices.of(Map.of("peaks", "wide"));

        assertThat(List.of(27, 28, 35, 36, 63, 64, 73, 74).stream().map(q -> Hours.peak(q, Choices.STANDARD)))
                .containsExactly(false, true, true, false, false, true, true, false);
        assertThat(Hours.peak(39, wide)).isTrue();
        assertThat(Hours.peak(75, wide)).isTrue();
        assertThat(List.of(23, 24, 83, 84, 100, 120).stream().map(Hours::quiet))
                .containsExactly(true, false, false, true, true, false);
    }
}
