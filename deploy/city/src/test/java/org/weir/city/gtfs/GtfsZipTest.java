package org.weir.city.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.TimetableBuilder;

class GtfsZipTest {
    private static byte[] write(long seed, LocalDate date) {
        City city = CityBuilder.build(seed);
        return GtfsZip.write(city, TimetableBuilder.all(city), ServiceCalendar.around(date));
    }

    @Test
    void isTheSameToTheByte_forTheSameSeedAndYear() {
        byte[] first = write(1, LocalDate.of(2026, 4, 1));
        assertThat(write(1, LocalDate.of(2026, 4, 2))).isEqualTo(first);
        assertThat(write(2, LocalDate.of(2026, 4, 1))).isNotEqualTo(first);
    }

    @Test
    void holdsTheTables_withTripsPastMidnight() throws IOException {
        // When
        Map<String, List<String>> tables = read(write(1, LocalDate.of(2026, 4, 1)));
        // Then
        assertThat(tables)
                .containsOnlyKeys(
                        "agency.txt",
                        "feed_info.txt",
                        "calendar.txt",
                        "calendar_dates.txt",
                        "stops.txt",
                        "routes.txt",
                        "shapes.txt",
                        "trips.txt",
                        "stop_times.txt");
        assertThat(tables.get("routes.txt")).hasSize(17);
        assertThat(tables.get("calendar_dates.txt")).contains("weekday,20261126,2", "sunday,20261126,1");
        assertThat(tables.get("stop_times.txt")).anyMatch(line -> line.contains(",25:"));
        assertThat(tables.get("stop_times.txt").get(1)).endsWith(",1,0.0,1");
    }

    private static Map<String, List<String>> read(byte[] zip) throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                tables.put(
                        entry.getName(),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList());
            }
        }
        return tables;
    }
}
