package org.weir.dashboard.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.schedule.StopPattern;

class StreetNetTest {
    private static StreetNet net(Town... towns) {
        List<org.weir.dashboard.schedule.Schedule> schedules = new ArrayList<>();
        for (Town town : towns) {
            schedules.add(town.schedule());
        }
        return StreetNet.of(schedules);
    }

    private static Set<String> streets(StreetNet net, StopPattern pattern) {
        return net.along(pattern).stream().map(Stretch::place).collect(Collectors.toSet());
    }

    @Test
    void isOneStreet_whereTwoAgenciesShapesLieMetresApart() {
        Town one = new Town("one").route("1", 0, 0, 0, 1200, 0);
        Town other = new Town("other").route("7", 0, 3, 7, 1190, -6);
        StreetNet net = net(one, other);
        assertThat(streets(net, other.pattern(0))).isEqualTo(streets(net, one.pattern(0)));
        assertThat(net.streets()).hasSize(4).allSatisfy(street -> {
            assertThat(street.metres()).isCloseTo(300, within(1.0));
            assertThat(street.bearing()).isCloseTo(90, within(1.0));
            assertThat(street.patterns()).extracting(PatternRef::route).containsExactlyInAnyOrder("1", "7");
        });
    }

    @Test
    void isAnotherStreet_inTheOtherDirection() {
        Town town = new Town("one").route("1", 0, 0, 0, 1200, 0).route("1", 1, 1200, 4, 0, 4);
        StreetNet net = net(town);
        assertThat(streets(net, town.pattern(0))).doesNotContainAnyElementsOf(streets(net, town.pattern(1)));
    }

    @Test
    void isAnotherStreet_sixtyMetresAway() {
        Town town = new Town("one").route("1", 0, 0, 0, 1200, 0).route("2", 0, 0, 60, 1200, 60);
        StreetNet net = net(town);
        assertThat(streets(net, town.pattern(0))).doesNotContainAnyElementsOf(streets(net, town.pattern(1)));
    }

    @Test
    void isCutWhereARouteTurnsOff() {
        // Given route 2, which follows route 1 for 700 m and then turns north
        Town town = new Town("one").route("1", 0, 0, 0, 1500, 0).route("2", 0, 0, 3, 700, 3, 700, 900);
        StreetNet net = net(town);

        // Then what they share ends at the corner
        Set<String> shared = new HashSet<>(streets(net, town.pattern(0)));
        shared.retainAll(streets(net, town.pattern(1)));
        double metres =
                shared.stream().mapToDouble(id -> net.street(id).metres()).sum();
        assertThat(metres).isCloseTo(700, within(50.0));
        assertThat(net.street(net.along(town.pattern(0)).get(0).place()).fromStop())
                .isEqualTo("2 stop 0");
    }

    @Test
    void doesNotShareACrossing() {
        Town town = new Town("one").route("1", 0, 0, 0, 1200, 0).route("2", 0, 600, -600, 600, 600);
        StreetNet net = net(town);
        assertThat(streets(net, town.pattern(0))).doesNotContainAnyElementsOf(streets(net, town.pattern(1)));
        assertThat(net.streets()).allSatisfy(s -> assertThat(s.metres()).isGreaterThan(200));
    }

    @Test
    void hasTheWayOutAndTheWayBackOfOneStreetApart() {
        Town town = new Town("one").route("1", 0, 0, 0, 900, 0, 0, 0);
        StreetNet net = net(town);
        List<Stretch> stretches = net.along(town.pattern(0));
        assertThat(stretches).extracting(Stretch::place).doesNotHaveDuplicates();
        assertThat(stretches).hasSize(6);
    }

    @Test
    void takesTheSameStreets_onASecondRoundOfALoop() {
        double[] twice = {0, 0, 600, 0, 600, 600, 0, 600, 0, 0, 600, 0, 600, 600, 0, 600, 0, 0};
        Town town = new Town("one").route("1", 0, twice);
        StreetNet net = net(town);
        double around = net.streets().stream().mapToDouble(Street::metres).sum();
        assertThat(around).isCloseTo(2400, within(100.0));
        assertThat(net.along(town.pattern(0)).stream()
                        .mapToDouble(Stretch::metres)
                        .sum())
                .isCloseTo(4800, within(1.0));
    }

    @Test
    void keepsItsIds_whenARouteIsAddedElsewhere() {
        Town before = new Town("one").route("1", 0, 0, 0, 1200, 0);
        Town after = new Town("one").route("1", 0, 0, 0, 1200, 0).route("9", 0, 0, 5000, 4000, 5000);
        assertThat(streets(net(after), after.pattern(0))).isEqualTo(streets(net(before), before.pattern(0)));
    }

    @Test
    void saysNothingOfAPatternItWasNotMadeOf() {
        Town town = new Town("one").route("1", 0, 0, 0, 1200, 0);
        Town stranger = new Town("one").route("2", 0, 0, 0, 1300, 0);
        assertThat(net(town).along(stranger.pattern(0))).isEmpty();
        assertThat(StreetNet.NONE.streets()).isEmpty();
    }

    @Test
    void findsTheCorridorThatManyTake() {
        // Given three routes that share a kilometre and a half, and then part
        Town town = new Town("one")
                .route("1", 0, 0, 0, 1500, 0, 1500, 900)
                .route("2", 0, -600, 300, 0, 0, 1500, 0, 1500, -900)
                .route("3", 0, 0, 2, 2400, 2);
        StreetNet net = net(town);

        // When
        List<FoundCorridor> found =
                FoundCorridor.in(net, street -> street.patterns().size(), 3, 500);

        // Then
        assertThat(found).hasSize(1);
        assertThat(found.get(0).metres()).isCloseTo(1500, within(60.0));
        assertThat(found.get(0).streets())
                .allSatisfy(s -> assertThat(s.bearing()).isCloseTo(90, within(5.0)));
    }
}
