package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A day that is not over: a bus every ten minutes from 5:00, every half hour from 9:00, and now it is eight. */
class OngoingDayTest {
    private static final int HOUR = 3600;
    private static final int NOW = 8 * HOUR;

    /** All buses on time; those that are to call later than now have not been seen. */
    private static Town town() {
        Town town = Town.of("A", "B", "C");
        for (int start = 5 * HOUR; start < 24 * HOUR; start += start < 9 * HOUR ? 600 : 1800) {
            String trip = "t" + start;
            town.plan(trip, start, start + 300, start + 600);
            double[] times = new double[6];
            for (int i = 0; i < times.length; i++) {
                times[i] = start + 300.0 * (i / 2);
            }
            int seen = (int) Arrays.stream(times).filter(at -> at <= NOW).count();
            if (seen > 0) {
                town.run(trip, "v" + start, Arrays.copyOf(times, seen));
            }
        }
        town.silences.add(Silence.since(town.begin + NOW - 600));
        return town;
    }

    private static double value(String id, Place place) {
        Figure figure = Figures.of(Registry.find(id), town().at(place), Terms.STANDARD);
        return figure.value();
    }

    @Test
    void isComplete_whereNothingWasMissedYet() {
        for (Place place : new Place[] {Place.ROUTE, Place.stop("A"), Place.stop("C"), Place.segment("B", "C")}) {
            assertThat(value("completeness", place)).as("%s", place).isEqualTo(1);
            assertThat(value("missing", place)).as("%s", place).isZero();
            assertThat(value("unscheduled", place)).as("%s", place).isZero();
        }
        assertThat(town().at(Place.ROUTE).count(Count.SCHEDULED)).isEqualTo(18);
    }

    @Test
    void missesWhatDidNotCome() {
        Town town = town();
        town.runs.removeIf(run -> run.key().trip().equals("t" + 6 * HOUR));

        assertThat(town.at(Place.ROUTE).count(Count.SCHEDULED)).isEqualTo(18);
        assertThat(town.at(Place.ROUTE).count(Count.SERVED)).isEqualTo(17);
    }

    @Test
    void holdsTheMorning_againstTheMorningsTimetable() {
        assertThat(value("scheduled-wait", Place.stop("A"))).isCloseTo(300, within(1e-9));
        assertThat(value("excess-wait", Place.stop("A"))).isCloseTo(0, within(1e-9));
        assertThat(value("excess-wait", Place.ROUTE)).isCloseTo(0, within(1e-9));
    }

    @Test
    void keepsItsHeadways_thoughNothingIsHeardYetOfWhatComes() {
        assertThat(town().at(Place.stop("A")).of(Quantity.HEADWAY).n()).isEqualTo(18);
    }
}
