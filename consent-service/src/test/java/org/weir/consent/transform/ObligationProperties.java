package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.consent.transform.Shaping.NOON;
import static org.weir.consent.transform.Shaping.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.weir.consent.transform.ShapedRecord.Flows;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;

/** What holds for every obligation and every record. */
class ObligationProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Every obligation on a field that it suits. */
    private static final List<Obligation> EACH = List.of(
            of("redact", "vehicle.label"),
            of("redact", "vehicle.id", "value", "x"),
            of("mask", "vehicle.id", "showLast", "3"),
            of("pseudonymise", "vehicle.id"),
            of("pseudonymise", "stopId", "bits", "256"),
            of("rotateId", "vehicle.id", "per", "day"),
            of("rotateId", "vehicle.id", "per", "trip"),
            of("coarsenLocation", "position", "resolution", "7"),
            of("coarsenLocation", "position", "resolution", "9", "protect", "872a3066affffff,892a3066a3bffff"),
            of("generalise", "position.speed", "to", "bins", "width", "5"),
            of("generalise", "timestamp", "to", "time", "unit", "hour"),
            of("generalise", "trip.startTime", "to", "time", "unit", "hour"),
            of("generalise", "trip.startDate", "to", "time", "unit", "month"),
            of("sample", null, "share", "0.5"));

    @Property(tries = 400)
    void theResult_isJson_fitsTheContract_andComesAgainTheSame(
            @ForAll("records") ObjectNode record, @ForAll("obligations") Obligation obligation) throws Exception {
        byte[] bytes = JSON.writeValueAsBytes(record);
        ShapedRecord once = Shaping.shaper(Shaping.KEY, obligation).shape(bytes, NOON);
        if (once instanceof Flows flows) {
            JsonNode shared = JSON.readTree(flows.value());
            for (ContractField field : Shaping.CONTRACT.fields()) {
                JsonNode value = at(shared, field.path());
                if (!value.isMissingNode() && !value.isNull()) {
                    assertThat(fits(field, value))
                            .as(field.path() + " " + value)
                            .isTrue();
                }
                assertThat(value.isMissingNode())
                        .isEqualTo(at(record, field.path()).isMissingNode()
                                || field.path().endsWith("odometer"));
            }
            Flows again = (Flows) Shaping.shaper(Shaping.KEY, obligation).shape(bytes, NOON);
            assertThat(again.value()).isEqualTo(flows.value());
        }
    }

    @Property(tries = 400)
    void nothingOfAHiddenValue_isInTheBytes(@ForAll("secrets") String secret) throws Exception {
        for (Obligation each : EACH) {
            if (each.field() != null
                    && List.of("redact", "pseudonymise", "rotateId").contains(each.action())) {
                ObjectNode record = JSON.createObjectNode();
                put(record, each.field(), secret);
                put(record, "trip.tripId", "t");
                Flows flows = (Flows) Shaping.shaper(Shaping.KEY, each).shape(JSON.writeValueAsBytes(record), NOON);
                assertThat(new String(flows.value(), UTF_8)).doesNotContain(secret);
                assertThat(flows.key() == null ? "" : new String(flows.key(), UTF_8))
                        .doesNotContain(secret);
            }
        }
    }

    @Property(tries = 300)
    void aMask_neverShowsMoreThanHalf_andASmallerOneNoMore(
            @ForAll String text, @ForAll @IntRange(max = 16) int less, @ForAll @IntRange(max = 16) int more) {
        int a = shown(text, Math.min(less, more));
        int b = shown(text, Math.max(less, more));

        assertThat(a).isLessThanOrEqualTo(b);
        assertThat(2 * b).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    }

    @Property(tries = 300)
    void aSmallerSample_isPartOfALarger(
            @ForAll("secrets") String subject,
            @ForAll @IntRange(min = 1, max = 99) int a,
            @ForAll @IntRange(min = 1, max = 99) int b)
            throws Exception {
        if (in(subject, Math.min(a, b))) {
            assertThat(in(subject, Math.max(a, b))).isTrue();
        }
    }

    @Property(tries = 300)
    void aWiderBin_holdsTheNarrower(
            @ForAll @IntRange(min = -100_000, max = 100_000) int hundredths,
            @ForAll @IntRange(min = 1, max = 50) int width)
            throws Exception {
        double narrow = bin(hundredths / 100.0, width);
        double wide = bin(hundredths / 100.0, 2 * width);

        assertThat(wide).isLessThanOrEqualTo(narrow);
        assertThat(bin(narrow, 2 * width)).isEqualTo(wide);
    }

    @Property(tries = 1500)
    void whateverBytesCome_noWithheldFieldPasses_andTheAnswerIsJsonOrARefusal(
            @ForAll("garbage") String garbage, @ForAll("obligations") Obligation obligation) throws Exception {
        try {
            ShapedRecord shaped = Shaping.shaper(Shaping.KEY, obligation).shape(garbage.getBytes(UTF_8), NOON);
            if (shaped instanceof Flows flows) {
                JsonNode shared = JSON.readTree(flows.value());
                assertThat(shared.isObject()).isTrue();
                assertThat(leaves("", shared)).allMatch(Shaping.PATHS::contains);
                assertThat(new String(flows.value(), UTF_8)).doesNotContain("SECRET");
            }
        } catch (UnshapeableRecord e) {
            assertThat(e.getMessage()).contains("byte").doesNotContain("SECRET");
        }
    }

    @Property(tries = 20)
    void deepNesting_costsNoStack(@ForAll @IntRange(min = 1_000, max = 400_000) int depth) throws Exception {
        String record = "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"timestamp\":\"1\"}";
        assertThat(Shaping.text(record)).isEqualTo("{\"timestamp\":\"1\"}");
    }

    @Provide
    Arbitrary<Obligation> obligations() {
        return Arbitraries.of(EACH);
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars("äß☂ -\"\\")
                .ofMinLength(4)
                .ofMaxLength(20)
                .filter(s -> s.matches(".*[a-z]{4}.*"))
                .map(s -> "SECRET" + s.replaceAll("[^a-z]", ""));
    }

    @Provide
    Arbitrary<ObjectNode> records() {
        Arbitrary<Map<String, Integer>> seeds = Arbitraries.maps(
                Arbitraries.of(Shaping.PATHS), Arbitraries.integers().between(0, 1_000_000));
        Arbitrary<String> words = Arbitraries.strings().withChars("ab\"\\ üλ☂").ofMaxLength(8);
        return Combinators.combine(seeds, words).as((seed, word) -> {
            ObjectNode record = JSON.createObjectNode();
            seed.forEach((path, n) -> put(record, path, value(path, n, word)));
            // A position has both its numbers.
            if (seed.containsKey("position.latitude") != seed.containsKey("position.longitude")) {
                put(record, "position.latitude", value("position.latitude", 5, word));
                put(record, "position.longitude", value("position.longitude", 5, word));
            }
            return record;
        });
    }

    /** Pieces that look like records, with names twice, odd escapes, huge numbers and objects where values were agreed. */
    @Provide
    Arbitrary<String> garbage() {
        Arbitrary<String> names = Arbitraries.of(
                "vehicle",
                "id",
                "label",
                "position",
                "latitude",
                "longitude",
                "speed",
                "timestamp",
                "trip",
                "tripId",
                "driver",
                "\\u0069d",
                "",
                "startTime",
                "stopId");
        Arbitrary<String> scalars = Arbitraries.of(
                "1",
                "-0.0",
                "1e999999999",
                "1e-999999999",
                "123456789012345678901234567890",
                "\"a\"",
                "\"\\ud800\"",
                "null",
                "true",
                "\"07:15:00\"",
                "\"\\u0000\"",
                "{}",
                "[]",
                "{\"driver\":\"SECRET\"}",
                "[\"SECRET\"]",
                "\"02139\"",
                "nul",
                "\"",
                "-",
                "42.3");
        Arbitrary<String> values = Arbitraries.lazyOf(
                () -> scalars, () -> scalars, () -> Combinators.combine(names, garbageMembers(names, scalars))
                        .as((name, inner) -> "{" + inner + "}"));
        return garbageMembers(names, values).map(members -> "{" + members + "}");
    }

    private static Arbitrary<String> garbageMembers(Arbitrary<String> names, Arbitrary<String> values) {
        return Combinators.combine(names, values)
                .as((name, value) -> name.equals("driver") ? "\"driver\":\"SECRET\"" : "\"" + name + "\":" + value)
                .list()
                .ofMaxSize(6)
                .map(members -> String.join(",", members));
    }

    private static int shown(String text, int last) {
        byte[] value = text.getBytes(UTF_8);
        try {
            String masked = JSON.readValue(new Mask(last).writer().rewrite(value, 0, value.length), String.class);
            return masked.codePointCount(0, masked.length()) - 4;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static boolean in(String subject, int percent) throws Exception {
        return !Shaping.text(
                        "{\"vehicle\":{\"id\":\"" + subject + "\"}}",
                        of("sample", null, "share", "0." + (percent < 10 ? "0" : "") + percent))
                .equals("sampled-out");
    }

    private static double bin(double value, int width) throws Exception {
        String shaped = Shaping.text(
                "{\"position\":{\"speed\":" + value + "}}",
                of("generalise", "position.speed", "to", "bins", "width", "" + width));
        return JSON.readTree(shaped).at("/position/speed").asDouble();
    }

    private static Object value(String path, int n, String word) {
        return switch (path) {
            case "position.latitude" -> -90 + n * 180.0 / 1_000_000;
            case "position.longitude" -> -180 + n * 360.0 / 1_000_000;
            case "position.bearing", "position.speed", "position.odometer" -> n / 10.0;
            case "trip.directionId" -> n % 2;
            case "trip.startTime" -> "%02d:%02d:%02d".formatted(n % 30, n % 60, n % 59);
            case "trip.startDate" -> "202603%02d".formatted(1 + n % 28);
            case "currentStatus" -> "STOPPED_AT";
            case "timestamp" -> Integer.toString(n);
            case "currentStopSequence", "occupancyPercentage" -> n;
            default -> word + n;
        };
    }

    private static void put(ObjectNode record, String path, Object value) {
        int dot = path.indexOf('.');
        ObjectNode parent = dot < 0 ? record : record.withObjectProperty(path.substring(0, dot));
        parent.set(path.substring(dot + 1), JSON.valueToTree(value));
    }

    private static JsonNode at(JsonNode record, String path) {
        return record.at("/" + path.replace('.', '/'));
    }

    private static boolean fits(ContractField field, JsonNode value) {
        return switch (field.type()) {
            case "string" -> value.isTextual() && field.form().takes(value.asText());
            case "integer" -> value.isIntegralNumber() && field.form().takes(value.decimalValue());
            default -> value.isNumber() && field.form().takes(value.decimalValue());
        };
    }

    private static List<String> leaves(String prefix, JsonNode node) {
        Stream.Builder<String> leaves = Stream.builder();
        node.fields().forEachRemaining(each -> {
            if (each.getValue().isObject()) {
                leaves(prefix + each.getKey() + '.', each.getValue()).forEach(leaves::add);
            } else {
                leaves.add(prefix + each.getKey());
            }
        });
        return leaves.build().toList();
    }
}
