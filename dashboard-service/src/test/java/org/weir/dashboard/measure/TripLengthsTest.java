package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.movement.TripRun;

/** A route half of whose trips go 5 km and half 15 km: the short ones are no fast ones. */
class TripLengthsTest {
    private static final int HOUR = 3600;
    private static final IntPredicate ALL_DAY = quarter -> true;

    /** Trips all day of so many kilometres, one stop each, at a pace of so many seconds from 6:00 to 21:00. */
    private static Town trips(int kilometres, int byDay, int byNight) {
        String[] stops =
                IntStream.rangeClosed(0, kilometres).mapToObj(i -> "S" + i).toArray(String[]::new);
        Town town = new Town(Town.MONDAY, 1000, stops);
        for (int start = 0; start < 24 * HOUR; start += HOUR / 2) {
            int pace = start >= 6 * HOUR && start < 21 * HOUR ? byDay : byNight;
            double[] times = new double[2 * stops.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = start + (double) pace * (i / 2);
            }
            town.run("t" + start, "v" + kilometres, times);
        }
        return town;
    }

    private static DaySheet route(Town five, Town fifteen) {
        List<TripRun> runs = new ArrayList<>(five.runs);
        fifteen.runs.forEach(run -> runs.add(Shifted.onPattern(run, 1)));
        return RouteDay.of(new ServedDay(
                        Town.MONDAY,
                        Town.ZONE,
                        runs,
                        List.of(),
                        (version, ordinal) -> (ordinal == 0 ? five : fifteen).pattern,
                        List.of(),
                        List.of()))
                .sheets()
                .get(Place.ROUTE);
    }

    private static double value(String id, DaySheet sheet, Map<String, String> choices) {
        List<Grouping.Part> day = List.of(new Grouping.Part(Town.MONDAY, 1, sheet));
        return Grouping.NONE
                .figures(Registry.find(id), day, ALL_DAY, Choices.of(choices), false)
                .get(0)
                .figure()
                .value();
    }

    private static double value(String id, DaySheet sheet) {
        return value(id, sheet, Map.of());
    }

    @Test
    void areNeitherDelayNorVariability_whereEveryBusIsAsFast() {
        // Given a kilometre in two minutes, all day and all night
        DaySheet sheet = route(trips(5, 120, 120), trips(15, 120, 120));

        assertThat(value("delay", sheet)).isCloseTo(0, within(0.025 * 1200));
        assertThat(value("speed-p10", sheet)).isCloseTo(8.33, within(0.025 * 8.33));
        assertThat(value("speed-p50", sheet)).isCloseTo(8.33, within(0.025 * 8.33));
        assertThat(value("speed-p90", sheet)).isCloseTo(8.33, within(0.025 * 8.33));
        assertThat(value("variability", sheet)).isCloseTo(1, within(0.025));
        assertThat(value("spread", sheet)).isCloseTo(0, within(0.025 * 1200));
        assertThat(value("variable-time", sheet)).isCloseTo(0, within(0.025 * 1200));
        assertThat(value("fixed-time", sheet)).isCloseTo(1200, within(0.025 * 1200));
    }

    @Test
    void shareADelay_byTheirKilometres() {
        // Given a kilometre in three minutes by day, in two by night: 10 km on the mean, 30 of 48 trips by day
        DaySheet sheet = route(trips(5, 180, 120), trips(15, 180, 120));

        assertThat(value("delay", sheet)).isCloseTo(600 * 30 / 48.0, within(0.025 * 1200));
        assertThat(value("delay-per-mile", sheet)).isCloseTo(60 * 1.609344 * 30 / 48.0, within(0.025 * 193));
        assertThat(value("delay", sheet, Map.of("free-flow", "16mph")))
                .isCloseTo((30 * 1800 + 18 * 1200) / 48.0 - 10_000 / 7.15264, within(1.0));
    }
}
