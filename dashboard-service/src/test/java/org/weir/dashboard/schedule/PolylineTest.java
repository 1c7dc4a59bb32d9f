package org.weir.dashboard.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;

class PolylineTest {
    private static final double METRE_NORTH = 1 / (6_371_008.8 * Math.PI / 180);

    private static double lat(double metres) {
        return TinyGtfs.LAT + metres * METRE_NORTH;
    }

    private final Polyline street = new Polyline(
            new double[] {lat(0), lat(0), lat(0)},
            new double[] {TinyGtfs.lon(0), TinyGtfs.lon(500), TinyGtfs.lon(1000)});

    /** East 500 m and the same street back. */
    private final Polyline outAndBack = new Polyline(
            new double[] {lat(0), lat(0), lat(0)}, new double[] {TinyGtfs.lon(0), TinyGtfs.lon(500), TinyGtfs.lon(0)});

    @Test
    void measuresInMetres() {
        assertThat(street.length()).isCloseTo(1000, within(0.01));
        assertThat(street.bearing(700)).isCloseTo(90, within(0.01));
        assertThat(street.point(250)[0]).isCloseTo(TinyGtfs.lon(250), within(1e-9));
    }

    @Test
    void findsTheNearestPoint_andHowFarItIs() {
        Projection found = street.nearest(lat(30), TinyGtfs.lon(620), 0, 1000);
        assertThat(found.at()).isCloseTo(620, within(0.01));
        assertThat(found.away()).isCloseTo(30, within(0.01));
    }

    @Test
    void staysInItsWindow() {
        assertThat(street.nearest(lat(0), TinyGtfs.lon(620), 100, 300).at()).isCloseTo(300, within(0.01));
        assertThat(street.nearest(lat(0), TinyGtfs.lon(20), 100, 300).at()).isCloseTo(100, within(0.01));
    }

    @Test
    void findsBothPassesOfAnOutAndBackStreet() {
        List<Projection> passes = outAndBack.passes(lat(5), TinyGtfs.lon(200), 60);
        assertThat(passes).hasSize(2);
        assertThat(passes.get(0).at()).isCloseTo(200, within(0.01));
        assertThat(passes.get(1).at()).isCloseTo(800, within(0.01));
    }

    @Test
    void cutsAPart() {
        double[][] part = street.part(400, 600);
        assertThat(part).hasNumberOfRows(3);
        assertThat(part[1][0]).isCloseTo(TinyGtfs.lon(500), within(1e-9));
    }

    @Test
    void placesALoopsLastStopAtItsEnd() {
        // Given a loop whose first stop is its last
        double[] lats = {lat(0), lat(0), lat(400), lat(400), lat(0)};
        double[] lons = {TinyGtfs.lon(0), TinyGtfs.lon(400), TinyGtfs.lon(400), TinyGtfs.lon(0), TinyGtfs.lon(0)};
        Polyline loop = new Polyline(lats, lons);
        Stop first = new Stop("a", "A", lat(2), TinyGtfs.lon(0));
        Stop middle = new Stop("b", "B", lat(402), TinyGtfs.lon(400));

        // When
        double[] at = StopPlacement.along(loop, List.of(first, middle, first));

        // Then
        assertThat(at[0]).isLessThan(5);
        assertThat(at[1]).isCloseTo(800, within(1.0));
        assertThat(at[2]).isGreaterThan(1590);
    }
}
