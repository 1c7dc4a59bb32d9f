package org.weir.schemas.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.Positions;

class FeedContractTest {
    private final FeedContract contract =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();

    @Test
    void names_exactlyTheFieldsOfARecord() throws IOException {
        List<String> written = new ArrayList<>();
        leaves("", new ObjectMapper().readTree(PositionWriter.write(Positions.full())), written);
        assertThat(contract.fields()).extracting(ContractField::path).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void lets_aPositionPass_thatTheServicesWrite() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(FeedContract.class.getResourceAsStream(
                        "/org/weir/schemas/contracts/vehicle-position.schema.json"));
        assertThat(schema.validate(new ObjectMapper().readTree(PositionWriter.write(Positions.full()))))
                .isEmpty();
        List<String> described = new ArrayList<>();
        described(schema.getSchemaNode(), "", described);
        assertThat(contract.fields()).extracting(ContractField::path).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void says_whichValuesAFieldMayHave_asTheSchemaDoes() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(FeedContract.class.getResourceAsStream(
                        "/org/weir/schemas/contracts/vehicle-position.schema.json"));
        for (ContractField field : contract.fields()) {
            JsonNode described = schema;
            for (String name : field.path().split("\\.")) {
                described = described.path("properties").path(name);
            }
            for (JsonNode value : described.path("enum")) {
                if (value.isNull()) {
                    continue;
                }
                assertThat(
                                value.isTextual()
                                        ? field.form().takes(value.asText())
                                        : field.form().takes(value.decimalValue()))
                        .as(field.path())
                        .isTrue();
            }
            assertThat(field.form().pattern() != null)
                    .as(field.path())
                    .isEqualTo(described.has("pattern")
                            || described.path("enum").path(0).isTextual());
            assertThat(field.form().minimum() != null)
                    .as(field.path())
                    .isEqualTo(described.has("minimum")
                            || described.path("enum").path(0).isNumber());
        }
        assertThat(contract.field("currentStatus").orElseThrow().form().takes("PARKED"))
                .isFalse();
        assertThat(contract.field("position.latitude").orElseThrow().form().takes(new java.math.BigDecimal("90.1")))
                .isFalse();
    }

    @Test
    void takesNull_inEveryFieldThatAnAgreementMayRedact_andInNoneThatIsRequired() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(FeedContract.class.getResourceAsStream(
                        "/org/weir/schemas/contracts/vehicle-position.schema.json"));
        for (ContractField field : contract.fields()) {
            String[] path = field.path().split("\\.");
            JsonNode record = new ObjectMapper().readTree(PositionWriter.write(Positions.full()));
            JsonNode group = path.length == 1 ? record : record.path(path[0]);
            ((ObjectNode) group).putNull(path[path.length - 1]);
            assertThat(schema.validate(record).isEmpty()).as(field.path()).isEqualTo(!field.required());
        }
    }

    @Test
    void says_whichFieldARecordIsAbout_andItIsRequired() {
        assertThat(contract.subject()).isEqualTo("vehicle.id");
        assertThat(contract.field("vehicle.id").orElseThrow().required()).isTrue();
    }

    @Test
    void classifies_whatNamesAPerson() {
        assertThat(contract.field("vehicle.licensePlate").orElseThrow().classification())
                .isEqualTo(Classification.DIRECT_IDENTIFIER);
        assertThat(contract.field("vehicle.id").orElseThrow().classification())
                .isEqualTo(Classification.QUASI_IDENTIFIER);
    }

    @Test
    void knows_noContractThatDoesNotShip_andNoPathIntoTheFiles() {
        assertThat(FeedContract.shipped("no-such-contract")).isEmpty();
        assertThat(FeedContract.shipped("../agreements/purposes")).isEmpty();
    }

    private static void leaves(String prefix, JsonNode node, List<String> into) {
        node.fields().forEachRemaining(f -> {
            if (f.getValue().isObject()) {
                leaves(prefix + f.getKey() + '.', f.getValue(), into);
            } else {
                into.add(prefix + f.getKey());
            }
        });
    }

    private static void described(JsonNode schema, String prefix, List<String> into) {
        schema.path("properties").fields().forEachRemaining(f -> {
            if (f.getValue().has("properties")) {
                described(f.getValue(), prefix + f.getKey() + '.', into);
            } else {
                into.add(prefix + f.getKey());
            }
        });
    }
}
