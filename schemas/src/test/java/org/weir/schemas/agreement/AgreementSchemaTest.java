package org.weir.schemas.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

class AgreementSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    AgreementDocument.class.getResourceAsStream("/org/weir/schemas/agreements/agreement.schema.json"));

    @Test
    void takes_anAgreementAsTheServicesWriteIt() {
        assertThat(schema.validate(written())).isEmpty();
    }

    @Test
    void reads_backWhatItWrote() throws Exception {
        assertThat(JSON.treeToValue(written(), AgreementDocument.class)).isEqualTo(agreement());
    }

    @Test
    void names_exactlyTheFieldsOfTheRecord() {
        List<String> components = Arrays.stream(AgreementDocument.class.getRecordComponents())
                .map(c -> c.getName())
                .toList();
        List<String> properties = StreamSupport.stream(
                        ((Iterable<String>) () -> schema.getSchemaNode()
                                        .path("properties")
                                        .fieldNames())
                                .spliterator(),
                        false)
                .toList();
        assertThat(properties).containsExactlyInAnyOrderElementsOf(components);
    }

    @Test
    void refuses_anUnknownWordAnywhere() {
        refuses(a -> a.put("extra", true));
        refuses(a -> ((ObjectNode) a.get("target")).put("wherever", "x"));
        refuses(a -> ((ObjectNode) a.get("obligations").get(0)).put("action", "shred"));
        refuses(a -> a.put("profile", "https://weir.dev/profile/2"));
    }

    @Test
    void refuses_anAgreementWithoutAuthority_purposeOrFields() {
        refuses(a -> a.remove("authority"));
        refuses(a -> a.remove("purpose"));
        refuses(a -> ((ObjectNode) a.get("target")).putArray("fields"));
    }

    private void refuses(Consumer<ObjectNode> change) {
        ObjectNode changed = written();
        change.accept(changed);
        assertThat(schema.validate(changed)).isNotEmpty();
    }

    private static ObjectNode written() {
        JsonNode tree = JSON.valueToTree(agreement());
        return (ObjectNode) tree;
    }

    private static AgreementDocument agreement() {
        return new AgreementDocument(
                new AgreementId("buses-for-planning"),
                1,
                AgreementDocument.PROFILE,
                "Bus positions for planning",
                new AgencyId("riverton-transit"),
                new RecipientId("city-planning"),
                "Riverton City Code § 12-4",
                "transit-planning",
                new Target(
                        FeedId.of("riverton-transit.vehicle-positions"),
                        "1.0.0",
                        List.of("vehicle.id", "position.latitude", "position.longitude")),
                List.of(new Obligation("pseudonymise", "vehicle.id")),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2028-01-01T00:00:00Z"),
                90);
    }
}
