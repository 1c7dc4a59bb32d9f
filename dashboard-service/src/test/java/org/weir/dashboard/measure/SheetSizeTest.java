package org.weir.dashboard.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the store has to keep: a year of 170 routes, both directions, 40 stops, in 15 GB with all else. */
class SheetSizeTest {
    @Test
    void aYearOfACityFits() {
        // Given a bus each 12 minutes for 20 hours, which is more than the median route of a city has
        RouteDay day = Town.likely(20260302, Town.MONDAY, 40, 720).measured();

        // When
        Map<Place.Kind, Double> mean = day.sheets().entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> e.getKey().kind(),
                        Collectors.averagingInt(e -> DaySheetCodec.write(e.getValue()).length)));

        // Then
        assertThat(mean.get(Place.Kind.SEGMENT)).isLessThan(1000);
        assertThat(mean.get(Place.Kind.STOP)).isLessThan(1500);
        double year = 340.0 * 365 * (40 * mean.get(Place.Kind.STOP) + 39 * mean.get(Place.Kind.SEGMENT));
        assertThat(year).isLessThan(11e9);
    }
}
