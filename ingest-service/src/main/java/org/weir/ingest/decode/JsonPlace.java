package org.weir.ingest.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Tells coordinates that were sent but are no numbers from coordinates that were not sent. Rarely asked. */
final class JsonPlace {
    private JsonPlace() {}

    /** Whether {@code vehicle.position} of this entity holds both coordinates, whatever their values. */
    static boolean sent(byte[] entity) throws IOException {
        try (JsonParser parser = JsonMessage.JSON.createParser(entity)) {
            parser.nextToken();
            return enter(parser, "vehicle") && enter(parser, "position") && both(parser);
        }
    }

    private static boolean enter(JsonParser parser, String part) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(part);
            if (parser.nextToken() == JsonToken.START_OBJECT && found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean both(JsonParser parser) throws IOException {
        boolean latitude = false;
        boolean longitude = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean value = parser.nextToken() != JsonToken.VALUE_NULL;
            latitude |= value && name.equals("latitude");
            longitude |= value && name.equals("longitude");
            parser.skipChildren();
        }
        return latitude && longitude;
    }
}
