package org.weir.ingest.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import org.weir.schemas.position.PositionReader;
import org.weir.schemas.position.VehiclePosition;

/** Reads one entity of a FeedMessage in JSON. */
final class JsonEntity {
    private String id;
    private boolean deleted;
    private VehiclePosition position;
    private Entity.Unreadable unreadable;
    private boolean placed;

    private JsonEntity() {}

    static JsonEntity read(byte[] json) throws IOException {
        JsonEntity entity = new JsonEntity();
        try (JsonParser parser = JsonMessage.JSON.createParser(json)) {
            entity.walk(parser);
        } catch (StreamReadException e) {
            entity.unreadable = new Entity.Unreadable(entity.id, e.getOriginalMessage(), json);
        }
        if (entity.position != null) {
            entity.placed = entity.position.hasPlace() || JsonPlace.sent(json);
        }
        return entity;
    }

    /** Whether it carries something other than a position. */
    boolean ignored() {
        return unreadable == null && (deleted || position == null);
    }

    Entity entity() {
        return unreadable != null ? unreadable : new Entity.Position(id, measurable(position), placed);
    }

    private void walk(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new com.fasterxml.jackson.core.JsonParseException(parser, "An entity is an object.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("id") && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                id = parser.getText();
            } else if (name.equals("isDeleted")) {
                deleted = value == JsonToken.VALUE_TRUE;
            } else if (name.equals("vehicle") && value == JsonToken.START_OBJECT) {
                position = PositionReader.readObject(parser);
            } else if (name.equals("vehicle") && value != JsonToken.VALUE_NULL) {
                throw new com.fasterxml.jackson.core.JsonParseException(parser, "A position is an object.");
            } else {
                parser.skipChildren();
            }
        }
    }

    /** The same without measurements that are no numbers: JSON has no infinity. */
    private static VehiclePosition measurable(VehiclePosition p) {
        if (!Float.isInfinite(p.bearing()) && !Float.isInfinite(p.speed()) && !Double.isInfinite(p.odometer())) {
            return p;
        }
        return new VehiclePosition(
                p.vehicleId(),
                p.label(),
                p.licensePlate(),
                p.tripId(),
                p.routeId(),
                p.directionId(),
                p.startTime(),
                p.startDate(),
                p.scheduleRelationship(),
                p.latitude(),
                p.longitude(),
                Positions.finite(p.bearing()),
                Positions.finite(p.odometer()),
                Positions.finite(p.speed()),
                p.stopSequence(),
                p.stopId(),
                p.status(),
                p.timestamp(),
                p.congestion(),
                p.occupancy(),
                p.occupancyPercentage());
    }
}
