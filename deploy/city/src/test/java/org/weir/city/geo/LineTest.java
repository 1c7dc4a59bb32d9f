package org.weir.city.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    private final Line corner =
            new Line(List.of(new Point(0, 0), new Point(0, 100), new Point(0, 100), new Point(50, 100)));

    @Test
    void measures_fromItsStart() {
        assertThat(corner.size()).isEqualTo(3);
        assertThat(corner.length()).isEqualTo(150);
        assertThat(corner.at(120)).isEqualTo(new Point(20, 100));
        assertThat(corner.at(-5)).isEqualTo(new Point(0, 0));
        assertThat(corner.at(500)).isEqualTo(new Point(50, 100));
    }

    @Test
    void points_northIsZeroAndEastNinety() {
        assertThat(corner.bearing(10)).isZero();
        assertThat(corner.bearing(110)).isEqualTo(90);
        assertThat(new Line(List.of(new Point(0, 0), new Point(-1, 0))).bearing(0))
                .isEqualTo(270);
    }

    @Test
    void stands_toTheRight() {
        Point kerb = corner.beside(10, 5);
        assertThat(kerb.x()).isCloseTo(5, within(1e-9));
        assertThat(kerb.y()).isCloseTo(10, within(1e-9));
        assertThat(corner.distanceTo(kerb)).isCloseTo(5, within(1e-9));
    }

    @Test
    void cuts_aPart() {
        Line part = corner.part(90, 110);
        assertThat(part.length()).isCloseTo(20, within(1e-9));
        assertThat(part.at(15)).isEqualTo(new Point(5, 100));
    }

    @Test
    void returns_fromTheEarthToThePlane() {
        // Given
        Plane plane = new Plane(42.285, -74.655);
        Point there = new Point(5432.1, -4321.9);
        // When
        Point back = plane.point(plane.latitude(there), plane.longitude(there));
        // Then
        assertThat(back.distanceTo(there)).isLessThan(1e-6);
    }
}
