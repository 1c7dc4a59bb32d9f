package org.weir.ingest.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Reads a FeedMessage in protobuf's canonical JSON entity by entity: one whose values are of the wrong kind does not
 * sink the others. JSON that breaks off or does not parse, refuses the message whole.
 */
final class JsonMessage {
    /** NaN without quotes is no JSON, but publishers send it; the check of coordinates then names it. */
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final byte[] body;
    private final List<Entity> entities = new ArrayList<>();
    private int ignored;
    private boolean header;

    private JsonMessage(byte[] body) {
        this.body = body;
    }

    static Message read(byte[] body) {
        JsonMessage message = new JsonMessage(body);
        try (JsonParser parser = JSON.createParser(body)) {
            message.walk(parser);
        } catch (IOException e) {
            throw new Refusal(ErrorCode.BODY_UNREADABLE, "The JSON ends too early or is no FeedMessage.");
        }
        return new Message(message.entities, message.ignored);
    }

    private void walk(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("A FeedMessage is an object.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("entity") && value != JsonToken.VALUE_NULL) {
                if (value != JsonToken.START_ARRAY) {
                    throw new IOException("The entities are an array.");
                }
                entities(parser);
            } else {
                header |= name.equals("header") && value == JsonToken.START_OBJECT;
                parser.skipChildren();
            }
        }
        if (!header || parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new IOException("A FeedMessage has a header and an end.");
        }
    }

    private void entities(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("The entities end too early.");
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int to = (int) parser.currentLocation().getByteOffset();
            JsonEntity entity = JsonEntity.read(Arrays.copyOfRange(body, from, to));
            if (entity.ignored()) {
                ignored++;
            } else {
                entities.add(entity.entity());
            }
        }
    }
}
