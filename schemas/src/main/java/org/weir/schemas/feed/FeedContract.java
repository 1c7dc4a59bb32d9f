package org.weir.schemas.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feed's contract, read from the Open Data Contract Standard (ODCS 3.1, bitol.io).
 *
 * @param id the contract's id
 * @param version its version
 * @param title its name for people
 * @param subject the path of the field that says which entity a record is about
 * @param fields the leaves of its schema, in the contract's order
 */
public record FeedContract(String id, String version, String title, String subject, List<ContractField> fields) {
    public static final String VEHICLE_POSITIONS = "gtfs-realtime-vehicle-positions";

    public FeedContract {
        fields = List.copyOf(fields);
    }

    /** The contract of that id that ships with Weir, if there is one. */
    public static Optional<FeedContract> shipped(String id) {
        if (!id.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        try (InputStream yaml =
                FeedContract.class.getResourceAsStream("/org/weir/schemas/contracts/" + id + ".odcs.yaml")) {
            return yaml == null ? Optional.empty() : Optional.of(read(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a contract from its YAML. */
    public static FeedContract read(InputStream yaml) throws IOException {
        JsonNode contract = new YAMLMapper().readTree(yaml);
        JsonNode record = contract.path("schema").path(0);
        List<ContractField> fields = new ArrayList<>();
        leaves("", record.path("properties"), fields);
        return new FeedContract(
                contract.path("id").asText(),
                contract.path("version").asText(),
                contract.path("name").asText(),
                custom(record, "subject"),
                fields);
    }

    /** The field at that path, if the contract has it. */
    public Optional<ContractField> field(String path) {
        return fields.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    private static void leaves(String prefix, JsonNode properties, List<ContractField> into) {
        for (JsonNode property : properties) {
            String path = prefix + property.path("name").asText();
            if (property.path("logicalType").asText().equals("object")) {
                leaves(path + '.', property.path("properties"), into);
            } else {
                into.add(new ContractField(
                        path,
                        property.path("logicalType").asText(),
                        property.path("required").asBoolean(false),
                        Classification.of(property.path("classification").asText()),
                        property.path("description").asText(),
                        form(property.path("logicalTypeOptions"))));
            }
        }
    }

    private static FieldForm form(JsonNode options) {
        return new FieldForm(
                options.path("pattern").asText(null),
                options.has("minimum") ? options.get("minimum").decimalValue() : null,
                options.has("maximum") ? options.get("maximum").decimalValue() : null);
    }

    private static String custom(JsonNode node, String name) {
        for (JsonNode each : node.path("customProperties")) {
            if (each.path("property").asText().equals(name)) {
                return each.path("value").asText();
            }
        }
        throw new IllegalArgumentException("The contract does not say its " + name + '.');
    }
}
