package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.consent.transform.Shaping.NOON;
import static org.weir.consent.transform.Shaping.of;
import static org.weir.consent.transform.Shaping.shaper;
import static org.weir.consent.transform.Shaping.text;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.consent.transform.term.Terms;
import org.weir.schemas.agreement.Obligation;

/** What each obligation does to a record, with exact values. */
class ObligationsTest {
    private static final String BUS =
            "{\"trip\":{\"tripId\":\"t1\",\"startDate\":\"20260302\"},\"vehicle\":{\"id\":\"bus-1\"}}";

    @ParameterizedTest
    @CsvSource({
        "2, bus-1, ****-1",
        "4, bus-1, ****-1",
        "1, bus-1, ****1",
        "0, bus-1, ****",
        "3, abc, ****",
        "3, abcd, ****cd",
        "2, büß☂, ****ß☂"
    })
    void masks_allButTheLastCharacters(String last, String value, String masked) throws Exception {
        assertThat(text("{\"vehicle\":{\"id\":\"" + value + "\"}}", of("mask", "vehicle.id", "showLast", last)))
                .isEqualTo("{\"vehicle\":{\"id\":\"" + masked + "\"}}");
    }

    @Test
    void redacts_toNullOrAConstant_andLeavesWhatIsAbsent() throws Exception {
        assertThat(text("{\"vehicle\":{\"label\":\"7\"}}", of("redact", "vehicle.label")))
                .isEqualTo("{\"vehicle\":{\"label\":null}}");
        assertThat(text("{\"vehicle\":{\"label\":\"7\"}}", of("redact", "vehicle.label", "value", "a \"bus\"")))
                .isEqualTo("{\"vehicle\":{\"label\":\"a \\\"bus\\\"\"}}");
        assertThat(text("{\"position\":{\"speed\":7}}", of("redact", "position.speed", "value", "0")))
                .isEqualTo("{\"position\":{\"speed\":0}}");
        assertThat(text("{\"vehicle\":{}}", of("redact", "vehicle.label", "value", "x")))
                .isEqualTo("{\"vehicle\":{}}");
    }

    @ParameterizedTest
    @CsvSource({
        "position.speed, 5, 12.4, 10",
        "position.speed, 0.1, 0.3, 0.3",
        "position.speed, 5, -0.1, -5",
        "position.latitude, 7, -89.9, -90",
        "occupancyPercentage, 25, 99, 75",
        "position.speed, 5, 4.999999, 0",
        "position.bearing, 90, 1e2, 90"
    })
    void puts_numbersIntoBins(String field, String width, String value, String bin) throws Exception {
        String[] path = field.split("\\.");
        String record = path.length == 1
                ? "{\"%s\":%s}".formatted(path[0], "%s")
                : "{\"%s\":{\"%s\":%s}}".formatted(path[0], path[1], "%s");
        assertThat(text(record.formatted(value), of("generalise", field, "to", "bins", "width", width)))
                .isEqualTo(record.formatted(bin));
    }

    @Test
    void cuts_timesInTheFeedsTimeZone() throws Exception {
        // 2026-03-02T12:37:41Z is 07:37:41 in New York, and its day began at 05:00Z.
        String record = "{\"timestamp\":\"1772455061\"}";
        assertThat(text(record, time("timestamp", "quarter-hour"))).isEqualTo("{\"timestamp\":\"1772454600\"}");
        assertThat(text(record, time("timestamp", "hour"))).isEqualTo("{\"timestamp\":\"1772452800\"}");
        assertThat(text(record, time("timestamp", "day"))).isEqualTo("{\"timestamp\":\"1772427600\"}");
        assertThat(text(
                        "{\"trip\":{\"startTime\":\"25:47:13\",\"startDate\":\"20260302\"}}",
                        time("trip.startTime", "quarter-hour"),
                        time("trip.startDate", "month")))
                .isEqualTo("{\"trip\":{\"startTime\":\"25:45:00\",\"startDate\":\"20260301\"}}");
    }

    @Test
    void tells_noFinerTime_inTheEnvelope() throws Exception {
        var shaped = (ShapedRecord.Flows) shaper(Shaping.KEY, time("timestamp", "hour"))
                .shape("{\"timestamp\":\"1772455061\"}".getBytes(UTF_8), 1_772_455_061_123L);

        assertThat(shaped.eventTime()).isEqualTo(1_772_452_800_000L);
    }

    @Test
    void tells_noFinerTime_whereTheTimeItselfDoesNotFlow() throws Exception {
        var shaped = (ShapedRecord.Flows) onlyTheStop(time("timestamp", "hour"))
                .shape("{\"timestamp\":\"1772455061\",\"stopId\":\"7\"}".getBytes(UTF_8), 1_772_455_061_123L);

        assertThat(shaped.eventTime()).isEqualTo(1_772_452_800_000L);
        assertThat(new String(shaped.value(), UTF_8)).isEqualTo("{\"stopId\":\"7\"}");
    }

    @Test
    void asksForATrip_whereTheCodeItselfDoesNotFlow() throws Exception {
        JsonShaper byTrip = onlyTheStop(of("rotateId", "vehicle.id", "per", "trip"));

        assertThat(text(byTrip, "{\"vehicle\":{\"id\":\"bus-1\"},\"stopId\":\"7\"}", NOON))
                .isEqualTo("scope-unknown");
        assertThat(text(byTrip, BUS, NOON)).isEqualTo("{}");
    }

    private static JsonShaper onlyTheStop(Obligation obligation) throws Exception {
        return Terms.read(
                        Shaping.document(List.of("stopId"), null, List.of(obligation)), Shaping.CONTRACT, Shaping.ZONE)
                .shape(Shaping.KEY)
                .shaper();
    }

    @ParameterizedTest
    @CsvSource({"02139, 021", "02139-4307, 021", "03601, 000", "82101, 000"})
    void keeps_threeDigitsOfAZipCode(String zip, String kept) throws Exception {
        assertThat(text("{\"stopId\":\"" + zip + "\"}", of("generalise", "stopId", "to", "zip3")))
                .isEqualTo("{\"stopId\":\"" + kept + "\"}");
    }

    @Test
    void refuses_aRecord_whoseValueIsNotOfTheKindAgreed() throws Exception {
        JsonShaper zip = shaper(Shaping.KEY, of("generalise", "stopId", "to", "zip3"));
        JsonShaper bins = shaper(Shaping.KEY, of("generalise", "position.speed", "to", "bins", "width", "5"));
        JsonShaper coarse = shaper(Shaping.KEY, of("coarsenLocation", "position", "resolution", "8"));
        for (String stop : new String[] {"0213", "0213x", "02139+4307", ""}) {
            assertThatThrownBy(() -> text(zip, "{\"stopId\":\"" + stop + "\"}", NOON))
                    .isInstanceOf(UnshapeableRecord.class);
        }
        for (String speed : new String[] {"\"x\"", "1e300", "true"}) {
            assertThatThrownBy(() -> text(bins, "{\"position\":{\"speed\":" + speed + "}}", NOON))
                    .isInstanceOf(UnshapeableRecord.class);
        }
        for (String position : new String[] {
            "\"latitude\":42.3",
            "\"longitude\":-71",
            "\"latitude\":\"42.3\",\"longitude\":-71",
            "\"latitude\":91,\"longitude\":0",
            "\"latitude\":null,\"longitude\":-71.0"
        }) {
            assertThatThrownBy(() -> text(coarse, "{\"position\":{" + position + "}}", NOON))
                    .isInstanceOf(UnshapeableRecord.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"17, 0-17", "18, 18-64", "64, 18-64", "65, 65+", "101, 65+"})
    void puts_agesIntoBands(String age, String band) throws Exception {
        assertThat(text("{\"stopId\":\"" + age + "\"}", of("generalise", "stopId", "to", "ages", "starts", "18,65")))
                .isEqualTo("{\"stopId\":\"" + band + "\"}");
    }

    @Test
    void gives_twoSpellingsOfAValueOnePseudonym() throws Exception {
        Obligation o = of("pseudonymise", "vehicle.id");
        assertThat(text("{\"vehicle\":{\"id\":\" bu\\u0308s \"}}", o))
                .isEqualTo(text("{\"vehicle\":{\"id\":\"büs\"}}", o));
        assertThat(text("{\"vehicle\":{\"id\":\"Bus\"}}", o)).isNotEqualTo(text("{\"vehicle\":{\"id\":\"bus\"}}", o));
    }

    @Test
    void rotates_byLocalDay_month_andTrip() throws Exception {
        JsonShaper day = shaper(Shaping.KEY, of("rotateId", "vehicle.id", "per", "day"));
        long lastMinute = NOON + Duration.ofHours(16).plusMinutes(29).toMillis();
        assertThat(text(day, BUS, NOON)).isEqualTo(text(day, BUS, lastMinute));
        assertThat(text(day, BUS, NOON)).isNotEqualTo(text(day, BUS, lastMinute + 60_000));

        JsonShaper month = shaper(Shaping.KEY, of("rotateId", "vehicle.id", "per", "month"));
        assertThat(text(month, BUS, NOON))
                .isEqualTo(text(month, BUS, NOON + Duration.ofDays(28).toMillis()));
        assertThat(text(month, BUS, NOON))
                .isNotEqualTo(text(month, BUS, NOON + Duration.ofDays(30).toMillis()));

        JsonShaper trip = shaper(Shaping.KEY, of("redact", "trip.tripId"), of("rotateId", "vehicle.id", "per", "trip"));
        Set<String> seen = new HashSet<>();
        for (String each : new String[] {
            "\"tripId\":\"t1\",\"startDate\":\"20260302\"",
            "\"tripId\":\"t2\",\"startDate\":\"20260302\"",
            "\"tripId\":\"t1\",\"startDate\":\"20260303\"",
            "\"tripId\":\"t1\""
        }) {
            String shaped = text(trip, "{\"vehicle\":{\"id\":\"bus-1\"},\"trip\":{" + each + "}}", NOON);
            assertThat(seen.add(shaped.substring(0, 50))).as(each).isTrue();
            assertThat(shaped).doesNotContain("bus-1").doesNotContain("\"t1\"");
        }
        assertThat(text(trip, "{\"vehicle\":{\"id\":\"bus-1\"}}", NOON)).isEqualTo("scope-unknown");
    }

    @Test
    void withholds_whoIsNotInTheSample_andWhoCannotBeTold() throws Exception {
        int in = 0;
        JsonShaper half = shaper(Shaping.KEY, of("pseudonymise", "vehicle.id"), of("sample", null, "share", "0.3"));
        JsonShaper alone = shaper(Shaping.KEY, of("sample", null, "share", "0.3"));
        for (int n = 0; n < 3000; n++) {
            String record = "{\"vehicle\":{\"id\":\"bus-" + n + "\"}}";
            boolean out = text(half, record, NOON).equals("sampled-out");
            // Drawn by who it is, whatever became of the name before.
            assertThat(text(alone, record, NOON).equals("sampled-out")).isEqualTo(out);
            in += out ? 0 : 1;
        }
        // Five standard deviations of a fair draw.
        assertThat(in).isBetween(775, 1025);
        assertThat(text(half, "{}", NOON)).isEqualTo("scope-unknown");
    }

    @Test
    void generalises_thenGivesAPseudonym() throws Exception {
        Obligation zip = of("generalise", "stopId", "to", "zip3");
        Obligation code = of("pseudonymise", "stopId");
        assertThat(text("{\"stopId\":\"02139\"}", zip, code))
                .isEqualTo(text("{\"stopId\":\"02140\"}", zip, code))
                .isEqualTo(text("{\"stopId\":\"021\"}", code));
    }

    private static Obligation time(String field, String unit) {
        return of("generalise", field, "to", "time", "unit", unit);
    }
}
