package org.weir.schemas.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    void takes_anAgreementThatSaysEverything_andReadsItBack() throws Exception {
        ObjectNode whole = whole();

        assertThat(schema.validate(whole)).isEmpty();
        AgreementDocument read = JSON.treeToValue(whole, AgreementDocument.class);
        assertThat((JsonNode) JSON.valueToTree(read)).isEqualTo(whole);
        assertThat(whole.fieldNames()).toIterable().hasSize(AgreementDocument.class.getRecordComponents().length);
    }

    @Test
    void refuses_aWordThatIsNotKnown_inWhateverPart() {
        for (String part : List.of(
                "/grounds",
                "/target/refinement",
                "/target/refinement/within",
                "/service",
                "/emergency",
                "/obligations/0")) {
            ObjectNode changed = whole();
            ((ObjectNode) changed.at(part)).put("wherever", "x");
            assertThat(schema.validate(changed)).as(part).isNotEmpty();
        }
        for (String list : List.of("/actions", "/prohibitions")) {
            ObjectNode changed = whole();
            ((ArrayNode) changed.at(list)).add("sell");
            assertThat(schema.validate(changed)).as(list).isNotEmpty();
        }
        refuses(a -> a.put("tier", "LOI"));
        refuses(a -> a.putObject("grounds").put("confidentiality", "glba"));
        refuses(a -> a.put("retentionDays", 3651));
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

    private static ObjectNode whole() {
        try {
            return (ObjectNode)
                    JSON.readTree(
                            """
                    {"uid":"buses","version":2,"profile":"https://weir.dev/profile/1","tier":"DUL","inheritFrom":"mou",
                     "supersedes":1,"title":"Buses","assigner":"riverton-transit","assignee":"city-planning",
                     "honestBroker":"state-university","reviewBoard":"privacy-board","authority":"28 CFR Part 20",
                     "grounds":{"confidentiality":"cjis","prohibition":"Code 1","benefit":"b","risk":"r","decision":"d",
                       "alternatives":"a"},
                     "purpose":"transit-planning","actions":["read","aggregate","display","link","distribute"],
                     "prohibitions":["re-identify","link-beyond","redistribute","enforcement-use"],
                     "target":{"feed":"riverton-transit.vehicle-positions","except":["riverton-transit.alerts"],
                       "contractVersion":"1.0.0","fields":["stopId"],
                       "refinement":{"where":"stopId == '1'","recordsFrom":"2026-01-01T00:00:00Z",
                         "recordsUntil":"2026-02-01T00:00:00Z",
                         "within":{"west":-1.5,"south":2.5,"east":3.5,"north":4.5}}},
                     "obligations":[{"action":"generalise","field":"stopId","with":{"unit":"hour"}}],
                     "effectiveFrom":"2026-01-01T00:00:00Z","expires":"2026-01-30T00:00:00Z","retentionDays":3650,
                     "service":{"freshnessSeconds":1,"completenessPercent":100},
                     "emergency":{"declaration":"Order 7","sunset":"2026-01-30T00:00:00Z",
                       "reviewBy":"2026-01-20T00:00:00Z"},
                     "presumption":"ohio"}
                    """);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
