package org.weir.dashboard.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.schedule.Polyline;

class DrawnTest {
    private final Polyline east = Town.line(0, 0, 2000, 0);
    private final Polyline west = Town.line(2000, 5, 0, 5);
    private final Polyline crossing = Town.line(900, -500, 900, 500);

    @Test
    void followsACorridor_inItsDirection() {
        DrawnCorridor corridor = new DrawnCorridor("c", "Main", Town.drawn(500, 12, 1300, -10), false);
        List<Stretch> stretches = corridor.along(east);
        assertThat(stretches).hasSize(1);
        assertThat(stretches.get(0).from()).isCloseTo(500, within(30.0));
        assertThat(stretches.get(0).to()).isCloseTo(1300, within(30.0));
        assertThat(corridor.along(west)).isEmpty();
        assertThat(corridor.along(crossing)).isEmpty();
    }

    @Test
    void followsACorridor_inBothDirections_whereItIsDrawnForBoth() {
        DrawnCorridor corridor = new DrawnCorridor("c", "Main", Town.drawn(500, 0, 1300, 0), true);
        assertThat(corridor.along(east)).hasSize(1);
        assertThat(corridor.along(west)).hasSize(1);
        assertThat(corridor.along(west).get(0).from()).isCloseTo(700, within(30.0));
    }

    @Test
    void followsACorridorAgain_onASecondPass() {
        DrawnCorridor corridor = new DrawnCorridor("c", "Main", Town.drawn(0, 0, 600, 0), false);
        Polyline loop = Town.line(0, 0, 600, 0, 600, 400, 0, 400, 0, 0, 600, 0);
        assertThat(corridor.along(loop)).hasSize(2);
    }

    @Test
    void cutsAWayAtAnAreasEdge() {
        Area area = new Area(
                "a", "Square", new double[][][] {Town.drawn(400, -200, 900, -200, 900, 200, 400, 200, 400, -200)});
        assertThat(area.along(east)).singleElement().satisfies(s -> {
            assertThat(s.from()).isCloseTo(400, within(0.1));
            assertThat(s.to()).isCloseTo(900, within(0.1));
        });
        assertThat(area.along(Town.line(500, 0, 600, 0)))
                .containsExactly(new Stretch("a", 0, Town.line(500, 0, 600, 0).length()));
        assertThat(area.along(Town.line(0, 300, 2000, 300))).isEmpty();
        assertThat(area.contains(Town.lat(0), TinyGtfs.lon(500))).isTrue();
        assertThat(area.contains(Town.lat(0), TinyGtfs.lon(300))).isFalse();
    }

    @Test
    void leavesOutAHole_andTakesEveryPartOfAnAreaOfSeveral() {
        Area area = new Area("a", "Ring and island", new double[][][] {
            Town.drawn(100, -200, 700, -200, 700, 200, 100, 200, 100, -200),
            Town.drawn(300, -100, 500, -100, 500, 100, 300, 100, 300, -100),
            Town.drawn(1000, -50, 1100, -50, 1100, 50, 1000, 50, 1000, -50)
        });
        assertThat(area.along(east)).hasSize(3);
        assertThat(area.along(east).stream().mapToDouble(Stretch::metres).sum()).isCloseTo(500, within(0.5));
    }

    @Test
    void findsTheSignalsOnAWay_andNotThoseOfTheStreetThatCrosses() {
        Town town = new Town("one").route("1", 0, 0, 0, 2000, 0).route("2", 0, 900, -500, 900, 500);
        StreetNet net = StreetNet.of(List.of(town.schedule()));
        Signals signals = new Signals(
                List.of(
                        signal("junction", 900, 0, Double.NaN),
                        signal("crossing-only", 900, 17, Double.NaN),
                        signal("pole", 400, 11, Double.NaN),
                        signal("other-direction", 600, 5, 270),
                        signal("this-direction", 1500, 5, 95),
                        signal("far", 1200, 40, Double.NaN)),
                net);
        assertThat(signals.along(east))
                .extracting(Signals.Mark::signal)
                .containsExactly("pole", "junction", "this-direction");
        assertThat(signals.along(east).get(1).at()).isCloseTo(900, within(0.5));
        assertThat(signals.along(west))
                .extracting(Signals.Mark::signal)
                .contains("other-direction")
                .doesNotContain("this-direction");
        assertThat(signals.along(crossing)).extracting(Signals.Mark::signal).containsExactly("junction");
    }

    @Test
    void countsTheSignalsOfOneJunctionOnce() {
        Town town = new Town("one").route("1", 0, 0, 0, 2000, 0);
        Signals signals = new Signals(
                List.of(
                        signal("near", 890, 6, Double.NaN),
                        signal("middle", 900, 0, Double.NaN),
                        signal("far", 912, 6, Double.NaN)),
                StreetNet.of(List.of(town.schedule())));
        assertThat(signals.along(east)).extracting(Signals.Mark::signal).containsExactly("middle");
    }

    private static Signal signal(String id, double east, double north, double bearing) {
        return new Signal(id, null, Town.lat(north), TinyGtfs.lon(east), bearing);
    }
}
