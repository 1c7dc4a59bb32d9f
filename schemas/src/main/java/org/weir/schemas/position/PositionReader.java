package org.weir.schemas.position;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads a position from protobuf's canonical JSON. Unknown fields are passed over, so that a contract may gain one;
 * numbers are taken with or without quotes, as protobuf's mapping allows.
 */
public final class PositionReader {
    private static final JsonFactory JSON = new JsonFactory();

    private String vehicleId;
    private String label;
    private String licensePlate;
    private String tripId;
    private String routeId;
    private Integer directionId;
    private String startTime;
    private String startDate;
    private String scheduleRelationship;
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;
    private float bearing = Float.NaN;
    private double odometer = Double.NaN;
    private float speed = Float.NaN;
    private Integer stopSequence;
    private String stopId;
    private String status;
    private long timestamp;
    private String congestion;
    private String occupancy;
    private Integer occupancyPercentage;

    private PositionReader() {}

    /**
     * Reads one position.
     *
     * @throws IOException where the bytes are not a JSON object, or a number is not a number
     */
    public static VehiclePosition read(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            return read(parser);
        }
    }

    /** Reads the object that the parser stands before. */
    public static VehiclePosition read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(parser, "A position is a JSON object.");
        }
        return readObject(parser);
    }

    /** Reads the object whose opening brace the parser has just passed. */
    public static VehiclePosition readObject(JsonParser parser) throws IOException {
        PositionReader reader = new PositionReader();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT && reader.isPart(name)) {
                reader.part(name, parser);
            } else if (value == JsonToken.VALUE_NULL || !reader.field(name, parser)) {
                parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new JsonParseException(parser, "The position ends too early.");
        }
        return reader.position();
    }

    private boolean isPart(String name) {
        return name.equals("trip") || name.equals("vehicle") || name.equals("position");
    }

    private void part(String part, JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean known = value != JsonToken.VALUE_NULL
                    && switch (part) {
                        case "trip" -> trip(name, parser);
                        case "vehicle" -> vehicle(name, parser);
                        default -> place(name, parser);
                    };
            if (!known) {
                parser.skipChildren();
            }
        }
    }

    private boolean trip(String name, JsonParser p) throws IOException {
        switch (name) {
            case "tripId" -> tripId = text(p);
            case "routeId" -> routeId = text(p);
            case "directionId" -> directionId = integer(p);
            case "startTime" -> startTime = text(p);
            case "startDate" -> startDate = text(p);
            case "scheduleRelationship" -> scheduleRelationship = text(p);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean vehicle(String name, JsonParser p) throws IOException {
        switch (name) {
            case "id" -> vehicleId = text(p);
            case "label" -> label = text(p);
            case "licensePlate" -> licensePlate = text(p);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean place(String name, JsonParser p) throws IOException {
        switch (name) {
            case "latitude" -> latitude = number(p);
            case "longitude" -> longitude = number(p);
            case "bearing" -> bearing = (float) number(p);
            case "odometer" -> odometer = number(p);
            case "speed" -> speed = (float) number(p);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "currentStopSequence" -> stopSequence = integer(p);
            case "stopId" -> stopId = text(p);
            case "currentStatus" -> status = text(p);
            case "timestamp" -> timestamp = whole(p);
            case "congestionLevel" -> congestion = text(p);
            case "occupancyStatus" -> occupancy = text(p);
            case "occupancyPercentage" -> occupancyPercentage = integer(p);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String text(JsonParser p) throws IOException {
        if (!p.currentToken().isScalarValue()) {
            throw new JsonParseException(p, "Text was expected for " + p.currentName() + '.');
        }
        return p.getText();
    }

    private static double number(JsonParser p) throws IOException {
        try {
            return p.currentToken().isNumeric() ? p.getDoubleValue() : Double.parseDouble(text(p));
        } catch (NumberFormatException e) {
            throw new JsonParseException(p, "A number was expected for " + p.currentName() + '.');
        }
    }

    private static long whole(JsonParser p) throws IOException {
        try {
            return p.currentToken() == JsonToken.VALUE_NUMBER_INT ? p.getLongValue() : Long.parseLong(text(p));
        } catch (NumberFormatException e) {
            throw new JsonParseException(p, "A whole number was expected for " + p.currentName() + '.');
        }
    }

    private static Integer integer(JsonParser p) throws IOException {
        long value = whole(p);
        if (value != (int) value) {
            throw new JsonParseException(p, "The number is too large for " + p.currentName() + '.');
        }
        return (int) value;
    }

    private VehiclePosition position() {
        return new VehiclePosition(
                vehicleId,
                label,
                licensePlate,
                tripId,
                routeId,
                directionId,
                startTime,
                startDate,
                scheduleRelationship,
                latitude,
                longitude,
                bearing,
                odometer,
                speed,
                stopSequence,
                stopId,
                status,
                timestamp,
                congestion,
                occupancy,
                occupancyPercentage);
    }
}
