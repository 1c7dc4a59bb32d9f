package org.weir.city.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.city.street.Block;
import org.weir.city.street.Street;

class CityBuilderTest {
    private final City city = CityBuilder.build(1);

    @Test
    void isTheSameCity_forTheSameSeed() {
        City again = CityBuilder.build(1);
        assertThat(again.stops()).isEqualTo(city.stops());
        for (int i = 0; i < city.patterns().size(); i++) {
            Pattern one = city.patterns().get(i);
            Pattern other = again.patterns().get(i);
            assertThat(other.stopDistances()).containsExactly(one.stopDistances());
            assertThat(other.length()).isEqualTo(one.length());
        }
    }

    @Test
    void isAnotherCity_forAnotherSeed() {
        assertThat(CityBuilder.build(2).stops().get(0).point())
                .isNotEqualTo(city.stops().get(0).point());
    }

    @Test
    void fourRoutesOrMore_shareACorridor() {
        // Given
        Map<Integer, Set<String>> routes = new HashMap<>();
        for (Pattern pattern : city.patterns()) {
            pattern.blocks().forEach(b -> routes.computeIfAbsent(b.id(), k -> new TreeSet<>())
                    .add(pattern.route()));
        }
        // When
        double shared = routes.entrySet().stream()
                .filter(e -> e.getValue().containsAll(List.of("1", "2", "3", "4")))
                .map(e -> city.streets().blocks().get(e.getKey()))
                .filter(b -> city.streets().street(b).name().equals("Grand Avenue"))
                .mapToDouble(b -> b.line().length())
                .sum();
        // Then: 1.5 km and more in each of two directions, the bridge among them
        assertThat(shared).isGreaterThan(3000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 99})
    void everyRoute_followsConnectedStreets_withoutTurningBack(long seed) {
        for (Pattern pattern : CityBuilder.build(seed).patterns()) {
            for (int i = 1; i < pattern.blocks().size(); i++) {
                Block before = pattern.blocks().get(i - 1);
                Block block = pattern.blocks().get(i);
                assertThat(block.from()).as(pattern.id()).isEqualTo(before.to());
                assertThat(block.to()).as(pattern.id()).isNotEqualTo(before.from());
            }
        }
    }

    @Test
    void sixteenRoutes_haveTwoDirections_thatMeetAtTheirTerminals() {
        assertThat(city.routes()).hasSize(16);
        for (Route route : city.routes()) {
            Pattern there = route.patterns().get(0);
            Pattern back = route.patterns().get(1);
            assertThat(last(there).point().distanceTo(back.stops().get(0).point()))
                    .isLessThan(30);
            assertThat(last(back).point().distanceTo(there.stops().get(0).point()))
                    .isLessThan(30);
            assertThat(there.headsign()).isNotEqualTo(back.headsign());
        }
    }

    private static Stop last(Pattern pattern) {
        return pattern.stops().get(pattern.stops().size() - 1);
    }

    @Test
    void stops_standAboutThreeHundredMetresApart_andAreShared() {
        double metres = 0;
        int gaps = 0;
        for (Pattern pattern : city.patterns()) {
            for (int i = 1; i < pattern.stopDistances().length; i++) {
                double gap = pattern.stopDistances()[i] - pattern.stopDistances()[i - 1];
                // The longest gaps are the bridges and their approaches.
                assertThat(gap).as(pattern.id()).isBetween(140.0, 1000.0);
                metres += gap;
                gaps++;
            }
        }
        assertThat(metres / gaps).isBetween(250.0, 350.0);
        Map<String, Set<String>> routesOf = new HashMap<>();
        city.patterns().forEach(p -> p.stops().forEach(s -> routesOf.computeIfAbsent(s.id(), k -> new HashSet<>())
                .add(p.route())));
        assertThat(routesOf.values().stream().filter(r -> r.size() > 1).count()).isGreaterThan(100);
        assertThat(routesOf.values()).anyMatch(r -> r.size() >= 4);
    }

    @Test
    void stops_standAtTheKerb() {
        for (Pattern pattern : city.patterns()) {
            for (int i = 0; i < pattern.stops().size(); i++) {
                assertThat(pattern.shape()
                                .at(pattern.stopDistances()[i])
                                .distanceTo(pattern.stops().get(i).point()))
                        .isBetween(4.5, 5.5);
            }
        }
    }

    @Test
    void routeColours_canBeRead() {
        for (Route route : city.routes()) {
            double text = route.textColor().equals("FFFFFF") ? 1 : 0;
            assertThat(Contrast.against(route.color(), text)).as(route.id()).isGreaterThan(4.5);
        }
    }

    @Test
    void downtown_hasOneWayStreets() {
        Street market = city.streets().streets().stream()
                .filter(s -> s.name().equals("Market Street"))
                .findFirst()
                .orElseThrow();
        List<Block> blocks = city.streets().blocks().stream()
                .filter(b -> b.street() == market.id())
                .toList();
        long oneWay = blocks.stream()
                .filter(b -> blocks.stream().noneMatch(o -> o.from() == b.to() && o.to() == b.from()))
                .count();
        assertThat(oneWay).isGreaterThan(5);
    }
}
