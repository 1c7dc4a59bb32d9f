package org.weir.consent.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.consent.transform.Shaping.of;
import static org.weir.consent.transform.Shaping.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weir.consent.transform.term.TermFault;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.ContractField;
import org.weir.schemas.feed.FeedContract;

/** Whatever an obligation does to a record, the result keeps the schema that its recipient reads it by. */
class SharedSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    FeedContract.class.getResourceAsStream("/org/weir/schemas/contracts/vehicle-position.schema.json"));
    private static final String FULL =
            """
            {"trip":{"tripId":"t1","routeId":"28","directionId":1,"startTime":"07:30:00","startDate":"20260302",
            "scheduleRelationship":"SCHEDULED"},"vehicle":{"id":"bus-1","label":"12","licensePlate":"MA 123"},
            "position":{"latitude":42.35,"longitude":-71.06,"bearing":90,"odometer":1200.5,"speed":7.5},
            "currentStopSequence":4,"stopId":"s-1","currentStatus":"STOPPED_AT","timestamp":"1772455061",
            "congestionLevel":"RUNNING_SMOOTHLY","occupancyStatus":"MANY_SEATS_AVAILABLE","occupancyPercentage":40}
            """;

    static List<String> optional() {
        return Shaping.CONTRACT.fields().stream()
                .filter(field -> !field.required())
                .map(ContractField::path)
                .filter(path -> !path.endsWith("odometer"))
                .toList();
    }

    static List<Obligation> others() {
        return List.of(
                of("redact", "position.speed", "value", "0"),
                of("mask", "vehicle.label", "showLast", "1"),
                of("pseudonymise", "vehicle.id"),
                of("rotateId", "vehicle.id", "per", "trip"),
                of("coarsenLocation", "position", "resolution", "8"),
                of("generalise", "position.speed", "to", "bins", "width", "5"),
                of("generalise", "timestamp", "to", "time", "unit", "hour"),
                of("generalise", "trip.startTime", "to", "time", "unit", "hour"),
                of("generalise", "occupancyPercentage", "to", "ages", "starts", "18,65"));
    }

    @Test
    void theRecordKeepsIt_asItComes() throws Exception {
        assertThat(SCHEMA.validate(new ObjectMapper().readTree(FULL))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("optional")
    void whatIsRedacted_keepsIt(String field) throws Exception {
        keeps(of("redact", field));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsDoneOtherwise_keepsIt(Obligation obligation) throws Exception {
        keeps(obligation);
    }

    private static void keeps(Obligation obligation) throws TermFault, UnshapeableRecord, java.io.IOException {
        String shared = text(FULL, obligation);
        assertThat(SCHEMA.validate(new ObjectMapper().readTree(shared)))
                .as(shared)
                .isEmpty();
    }
}
