package org.weir.city.plant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weir.city.geo.Line;
import org.weir.city.network.Agency;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.network.Planted;
import org.weir.city.network.Planted.Kind;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.TimetableBuilder;
import org.weir.city.timetable.Trip;

class PlantingTest {
    private static LongStream twentySeeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static List<Planted> of(City city, Kind kind) {
        return city.planted().stream().filter(p -> p.kind() == kind).toList();
    }

    @ParameterizedTest
    @MethodSource("twentySeeds")
    void everyCity_hasTwoOrThreeOfEachCause_andEachDecoy(long seed) {
        City city = Planting.city(seed);
        for (Kind kind : Kind.values()) {
            if (kind.decoy()) {
                assertThat(of(city, kind)).as(kind.name()).isNotEmpty();
            } else {
                assertThat(of(city, kind)).as(kind.name()).hasSizeBetween(2, 3);
            }
        }
        assertThat(city.planted().stream().map(Planted::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("twentySeeds")
    void streetsAndSpots_shareNoBlock(long seed) {
        Set<Integer> blocks = new HashSet<>();
        for (Planted planted : Planting.city(seed).planted()) {
            if (planted.pattern() == null) {
                planted.blocks()
                        .forEach(b -> assertThat(blocks.add(b)).as(planted.id()).isTrue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twentySeeds")
    void places_areAsLongAsTheySay(long seed) {
        for (Planted planted : Planting.city(seed).planted()) {
            double shortest =
                    planted.lines().stream().mapToDouble(Line::length).min().orElseThrow();
            double longest =
                    planted.lines().stream().mapToDouble(Line::length).max().orElseThrow();
            switch (planted.kind()) {
                case LANE, BAD_DAY, FEW_BUSES ->
                    assertThat(shortest).as(planted.id()).isGreaterThan(1000);
                case SIGNAL -> assertThat(longest).as(planted.id()).isBetween(149.9, 150.1);
                case STOP -> assertThat(longest).as(planted.id()).isLessThanOrEqualTo(60.1);
                case SCHEDULE -> assertThat(shortest).as(planted.id()).isGreaterThan(2500);
                case HOLDING -> assertThat(shortest).as(planted.id()).isGreaterThan(900);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twentySeeds")
    void timetables_stillRise(long seed) {
        for (Trip trip :
                TimetableBuilder.build(Planting.city(seed), DayType.WEEKDAY).trips()) {
            for (int i = 1; i < trip.times().length; i++) {
                assertThat(trip.times()[i]).as(trip.id()).isGreaterThan(trip.times()[i - 1]);
            }
        }
    }

    @Test
    void placesVary_withTheSeed_andAreTheSameForTheSame() {
        Set<String> names = new HashSet<>();
        twentySeeds().forEach(seed -> of(Planting.city(seed), Kind.SIGNAL).forEach(p -> names.add(p.name())));
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(Planting.city(5).planted().stream().map(Planted::name))
                .isEqualTo(
                        Planting.city(5).planted().stream().map(Planted::name).toList());
    }

    @Test
    void cityLooksTheSame_asWithoutAnythingPlanted() {
        City planted = Planting.city(1);
        City built = CityBuilder.build(1);
        for (int i = 0; i < built.patterns().size(); i++) {
            assertThat(planted.patterns().get(i).stopDistances())
                    .containsExactly(built.patterns().get(i).stopDistances());
            assertThat(planted.patterns().get(i).length())
                    .isEqualTo(built.patterns().get(i).length());
        }
        assertThat(planted.stops().stream().map(s -> s.id() + s.point()))
                .isEqualTo(built.stops().stream().map(s -> s.id() + s.point()).toList());
    }

    @Test
    void bothAgencies_driveOnTheSameStreets() {
        City riverton = Planting.city(3);
        City county = Planting.city(3, Agency.COUNTY);
        assertThat(county.streets().crossings()).isEqualTo(riverton.streets().crossings());
        assertThat(county.streets().blocks().stream().map(b -> b.congestion()))
                .isEqualTo(riverton.streets().blocks().stream()
                        .map(b -> b.congestion())
                        .toList());
        assertThat(county.planted()).isNotEmpty().allMatch(p -> p.stop() == null);
    }
}
