package org.weir.consent.transform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weir.consent.transform.ShapedRecord.Flows;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.feed.FeedContract;

/** What must hold for every record and every agreement. */
class SharingProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
    private static final List<String> PATHS =
            CONTRACT.fields().stream().map(ContractField::path).toList();

    @Property(tries = 500)
    void nothingWithheldAppears_inTheBytes(
            @ForAll("records") Map<String, String> record, @ForAll("fields") Set<String> fields)
            throws IOException, UnshapeableRecord {
        String shared = shaped(record, fields, Map.of());

        record.forEach((path, value) -> {
            if (!fields.contains(path)) {
                assertThat(shared).doesNotContain(marked(path, value));
            }
        });
    }

    @Property(tries = 500)
    void whatIsAllowed_flowsUnchanged_andNothingElse(
            @ForAll("records") Map<String, String> record, @ForAll("fields") Set<String> fields)
            throws IOException, UnshapeableRecord {
        Map<String, String> expected = new HashMap<>();
        record.forEach((path, value) -> {
            if (fields.contains(path)) {
                expected.put(path, marked(path, value));
            }
        });

        assertThat(leaves(JSON.readTree(shaped(record, fields, Map.of())))).isEqualTo(expected);
    }

    @Property(tries = 300)
    void aNarrowerList_neverSharesMore(
            @ForAll("records") Map<String, String> record,
            @ForAll("fields") Set<String> fields,
            @ForAll("fields") Set<String> others)
            throws IOException, UnshapeableRecord {
        Set<String> narrower = new HashSet<>(fields);
        narrower.retainAll(others);

        assertThat(leaves(JSON.readTree(shaped(record, fields, Map.of()))).entrySet())
                .containsAll(leaves(JSON.readTree(shaped(record, narrower, Map.of())))
                        .entrySet());
    }

    @Property(tries = 300)
    void aPseudonym_isStable_differsByAgreement_andHidesItsValue(@ForAll("values") String id)
            throws IOException, UnshapeableRecord {
        Map<String, String> record = Map.of("vehicle.id", id);
        Set<String> fields = Set.of("vehicle.id");
        FieldTransform one = new Pseudonymise("one one one one one one one one!".getBytes(UTF_8), "vehicle.id");
        FieldTransform two = new Pseudonymise("two two two two two two two two!".getBytes(UTF_8), "vehicle.id");

        String shared = shaped(record, fields, Map.of("vehicle.id", one));

        assertThat(shared)
                .isEqualTo(shaped(record, fields, Map.of("vehicle.id", one)))
                .isNotEqualTo(shaped(record, fields, Map.of("vehicle.id", two)))
                .doesNotContain(marked("vehicle.id", id));
    }

    @Property(tries = 1000)
    void whateverBytesCome_theAnswerIsJsonOrARefusal(
            @ForAll byte[] garbage, @ForAll("records") Map<String, String> record) throws JsonProcessingException {
        byte[] bytes = json(record);
        for (int i = 0; i < garbage.length && bytes.length > 0; i++) {
            bytes[Math.floorMod(31 * i + garbage[i], bytes.length)] = garbage[i];
        }
        try {
            Flows shared = (Flows) shape(Set.copyOf(PATHS), Map.of()).shaper().shape(bytes, 0);
            assertThat(isObject(shared.value())).isTrue();
        } catch (UnshapeableRecord e) {
            assertThat(e).hasMessageContaining("byte");
        }
    }

    @Provide
    Arbitrary<Map<String, String>> records() {
        return Arbitraries.maps(Arbitraries.of(PATHS), values());
    }

    @Provide
    Arbitrary<Set<String>> fields() {
        return Arbitraries.of(PATHS).set().ofMinSize(1);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars("\"\\{}[],:/ \n\tüλ☂")
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    /** A value that cannot be found by chance in another field's. */
    private static String marked(String path, String value) {
        return "<" + path + ">" + value.replaceAll("[^a-z]", "").length();
    }

    private static String shaped(Map<String, String> record, Set<String> fields, Map<String, FieldTransform> transforms)
            throws JsonProcessingException, UnshapeableRecord {
        return new String(((Flows) shape(fields, transforms).shaper().shape(json(record), 0)).value(), UTF_8);
    }

    private static Shape shape(Set<String> fields, Map<String, FieldTransform> transforms) {
        return Shape.of(new ArrayList<>(fields), transforms, CONTRACT.subject());
    }

    private static byte[] json(Map<String, String> record) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        record.forEach((path, value) -> {
            int dot = path.indexOf('.');
            ObjectNode parent = dot < 0 ? root : root.withObjectProperty(path.substring(0, dot));
            parent.put(path.substring(dot + 1), marked(path, value));
            // Beside every field one that no contract names.
            parent.put("new" + path.substring(dot + 1), "unlisted " + value);
        });
        return JSON.writeValueAsBytes(root);
    }

    private static Map<String, String> leaves(JsonNode node) {
        Map<String, String> leaves = new HashMap<>();
        node.fields().forEachRemaining(field -> {
            if (field.getValue().isObject()) {
                leaves(field.getValue()).forEach((path, value) -> leaves.put(field.getKey() + '.' + path, value));
            } else {
                leaves.put(field.getKey(), field.getValue().asText());
            }
        });
        return leaves;
    }

    private static boolean isObject(byte[] shared) {
        try {
            return JSON.readTree(shared).isObject();
        } catch (IOException e) {
            return false;
        }
    }
}
