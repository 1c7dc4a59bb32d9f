package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RouteDayProperties {
    @Property(tries = 60)
    void theOrderOfRunsIsIrrelevant_toTheByte(@ForAll long seed) {
        Town town = Town.likely(seed, Town.MONDAY, 8, 900);
        town.stretches.add(new Stretch(Place.area("s"), "v1", 0, 500, 1500));
        Map<Place, DaySheet> sheets = town.measured().sheets();

        Collections.shuffle(town.runs, new Random(seed));
        Collections.shuffle(town.scheduled, new Random(seed + 1));
        Map<Place, DaySheet> again = town.measured().sheets();

        assertThat(again).isEqualTo(sheets);
        sheets.forEach((place, sheet) ->
                assertThat(DaySheetCodec.write(again.get(place))).isEqualTo(DaySheetCodec.write(sheet)));
    }

    @Property(tries = 100)
    void runningAndDwellingAreTheTripTime_exactly(@ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int stops) {
        Cell route = Town.likely(seed, Town.MONDAY, stops, 1200).at(Place.ROUTE);

        assertThat(route.of(Quantity.RUNNING).sum() + route.of(Quantity.DWELL).sum())
                .isEqualTo(route.of(Quantity.TRIP_TIME).sum());
        assertThat(route.of(Quantity.RUNNING).n())
                .isEqualTo(route.of(Quantity.TRIP_TIME).n())
                .isEqualTo(route.of(Quantity.PACE).n());
    }

    @Property(tries = 60)
    void segmentsAddUpToTheTrip_toTheirRounding(@ForAll long seed) {
        Town town = Town.likely(seed, Town.MONDAY, 10, 900);
        long whole = town.at(Place.ROUTE).of(Quantity.TRIP_TIME).sum();
        long sum = 0;
        for (Map.Entry<Place, DaySheet> each : town.measured().sheets().entrySet()) {
            if (each.getKey().kind() == Place.Kind.SEGMENT) {
                Cell cell = each.getValue().whole();
                sum += cell.of(Quantity.RUNNING).sum() + cell.of(Quantity.DWELL).sum();
            }
        }
        // Each of 17 values of a run is off by half a tenth of a second at most.
        assertThat(Math.abs(sum - whole)).isLessThanOrEqualTo((long) (0.5 * 18 * town.runs.size()));
    }

    @Property(tries = 60)
    void servedIsNeverMoreThanScheduled_andEveryRunOfADayThatIsOverIsCountedOnce(@ForAll long seed) {
        Town town = Town.likely(seed, Town.MONDAY, 5, 900);
        Random chance = new Random(seed);
        town.scheduled.removeIf(trip -> chance.nextInt(5) == 0);
        double silent = town.begin + chance.nextInt(86_400);
        town.silences.add(new Silence(silent, silent + 3_600));
        boolean over = chance.nextBoolean();
        if (!over) {
            town.silences.add(Silence.since(town.begin + chance.nextInt(100_000)));
        }

        for (Map.Entry<Place, DaySheet> each : town.measured().sheets().entrySet()) {
            for (int quarter : each.getValue().quarters()) {
                Cell cell = each.getValue().cell(quarter);
                assertThat(cell.count(Count.SERVED) + cell.count(Count.UNKNOWN))
                        .isLessThanOrEqualTo(cell.count(Count.SCHEDULED));
            }
        }
        Cell route = town.at(Place.ROUTE);
        if (over) {
            assertThat(route.count(Count.SERVED) + route.count(Count.UNSCHEDULED))
                    .isEqualTo(town.runs.size());
        }
    }
}
