package org.weir.consent.transform.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is remembered never answers otherwise than H3 itself. */
class CellFinderProperties {
    private static final H3Core H3 = h3();

    @Property(tries = 300)
    void finds_whatH3Finds_aroundAnyPoint(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(max = 15) int resolution) {
        CellFinder finder = new CellFinder(resolution);
        double spread = Cells.edgeDegrees(resolution);
        Random random = new Random(17);
        // The same few hexagons again and again, so that they are remembered.
        for (int n = 0; n < 200; n++) {
            double lat = clamp(latitude + random.nextGaussian() * spread * (n % 2 == 0 ? 0.1 : 1), 90);
            double lng = clamp(longitude + random.nextGaussian() * spread * (n % 2 == 0 ? 0.1 : 1), 180);
            assertThat(finder.find(lat, lng).id()).isEqualTo(H3.latLngToCell(lat, lng, resolution));
        }
    }

    @Test
    void finds_whatH3Finds_alongTheEdgesOfCells() {
        Random random = new Random(3);
        for (int resolution = 5; resolution <= 11; resolution++) {
            CellFinder finder = new CellFinder(resolution);
            for (int n = 0; n < 40; n++) {
                long cell =
                        H3.latLngToCell(42.2 + random.nextDouble() / 5, -71.2 + random.nextDouble() / 5, resolution);
                LatLng a = H3.cellToBoundary(cell).get(0);
                LatLng b = H3.cellToBoundary(cell).get(1);
                for (int step = 0; step < 60; step++) {
                    double part = step % 30 / 30.0;
                    double off = (step % 3 - 1) * Cells.edgeDegrees(resolution) * 1e-4;
                    double lat = a.lat + part * (b.lat - a.lat) + off;
                    double lng = a.lng + part * (b.lng - a.lng) + off;
                    assertThat(finder.find(lat, lng).id()).isEqualTo(H3.latLngToCell(lat, lng, resolution));
                }
            }
        }
    }

    @Test
    void finds_whatH3Finds_acrossTheEdgesOfTheIcosahedron() {
        for (int resolution = 0; resolution <= 6; resolution++) {
            for (long pentagon : H3.getPentagons(resolution)) {
                LatLng centre = H3.cellToLatLng(pentagon);
                CellFinder finder = new CellFinder(resolution);
                Random random = new Random(resolution);
                for (int n = 0; n < 300; n++) {
                    double lat = clamp(centre.lat + random.nextGaussian() * 2 * Cells.edgeDegrees(resolution), 90);
                    double lng = clamp(centre.lng + random.nextGaussian() * 2 * Cells.edgeDegrees(resolution), 180);
                    assertThat(finder.find(lat, lng).id()).isEqualTo(H3.latLngToCell(lat, lng, resolution));
                    assertThat(finder.find(lat, lng).id()).isEqualTo(H3.latLngToCell(lat, lng, resolution));
                }
            }
        }
    }

    @Property(tries = 300)
    void writes_aMiddle_thatLiesInItsCell(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @IntRange(max = 14) int resolution) {
        CellFinder.Cell cell = new CellFinder(resolution).find(latitude, longitude);

        double lat = Double.parseDouble(new String(cell.latitude(), java.nio.charset.StandardCharsets.US_ASCII));
        double lng = Double.parseDouble(new String(cell.longitude(), java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(H3.latLngToCell(lat, lng, resolution)).isEqualTo(cell.id());
    }

    private static double clamp(double degrees, double most) {
        return Math.max(-most, Math.min(most, degrees));
    }

    private static H3Core h3() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
