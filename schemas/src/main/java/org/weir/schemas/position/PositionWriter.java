package org.weir.schemas.position;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a position as protobuf's canonical JSON: 64-bit integers as text, absent fields left out. */
public final class PositionWriter {
    /** A position with every field takes about this much. */
    private static final int USUAL_SIZE = 512;

    private static final JsonFactory JSON = new JsonFactory();

    private PositionWriter() {}

    /** The position as UTF-8 JSON. */
    public static byte[] write(VehiclePosition p) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_SIZE);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            trip(p, json);
            vehicle(p, json);
            position(p, json);
            integer(json, "currentStopSequence", p.stopSequence());
            text(json, "stopId", p.stopId());
            text(json, "currentStatus", p.status());
            if (p.timestamp() != 0) {
                json.writeStringField("timestamp", Long.toString(p.timestamp()));
            }
            text(json, "congestionLevel", p.congestion());
            text(json, "occupancyStatus", p.occupancy());
            integer(json, "occupancyPercentage", p.occupancyPercentage());
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trip(VehiclePosition p, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("trip");
        text(json, "tripId", p.tripId());
        text(json, "routeId", p.routeId());
        integer(json, "directionId", p.directionId());
        text(json, "startTime", p.startTime());
        text(json, "startDate", p.startDate());
        text(json, "scheduleRelationship", p.scheduleRelationship());
        json.writeEndObject();
    }

    private static void vehicle(VehiclePosition p, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("vehicle");
        text(json, "id", p.vehicleId());
        text(json, "label", p.label());
        text(json, "licensePlate", p.licensePlate());
        json.writeEndObject();
    }

    private static void position(VehiclePosition p, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("position");
        number(json, "latitude", p.latitude());
        number(json, "longitude", p.longitude());
        if (!Float.isNaN(p.bearing())) {
            json.writeNumberField("bearing", p.bearing());
        }
        number(json, "odometer", p.odometer());
        if (!Float.isNaN(p.speed())) {
            json.writeNumberField("speed", p.speed());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void integer(JsonGenerator json, String name, Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value.intValue());
        }
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (!Double.isNaN(value)) {
            json.writeNumberField(name, value);
        }
    }
}
