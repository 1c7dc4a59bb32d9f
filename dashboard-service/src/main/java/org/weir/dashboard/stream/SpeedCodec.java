package org.weir.dashboard.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.weir.dashboard.measure.SegmentHour;
import org.weir.dashboard.measure.SegmentSpeed;
import org.weir.dashboard.measure.SpeedAccumulator;

/** A segment's speeds as UTF-8 JSON, in the store and on the topic alike; its key says of what. */
public final class SpeedCodec {
    private static final JsonFactory JSON = new JsonFactory();

    private SpeedCodec() {}

    public static byte[] write(SegmentSpeed value) {
        SpeedAccumulator speeds = value.speeds();
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(256);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("n", speeds.n());
            json.writeNumberField("trips", speeds.trips());
            json.writeNumberField("metres", speeds.metres());
            json.writeNumberField("seconds", speeds.seconds());
            json.writeFieldName("bins");
            json.writeArray(speeds.bins(), 0, speeds.bins().length);
            json.writeFieldName("tripMarks");
            json.writeArray(value.tripMarks(), 0, value.tripMarks().length);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IOException where it is something else
     */
    public static SegmentSpeed read(SegmentHour key, byte[] bytes) throws IOException {
        int n = 0;
        int trips = 0;
        double metres = 0;
        double seconds = 0;
        int[] bins = {};
        int[] marks = {};
        try (JsonParser json = JSON.createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "n" -> n = json.getIntValue();
                    case "trips" -> trips = json.getIntValue();
                    case "metres" -> metres = json.getDoubleValue();
                    case "seconds" -> seconds = json.getDoubleValue();
                    case "bins" -> bins = numbers(json);
                    case "tripMarks" -> marks = numbers(json);
                    default -> json.skipChildren();
                }
            }
        }
        return new SegmentSpeed(key, new SpeedAccumulator(n, trips, metres, seconds, bins), marks);
    }

    private static int[] numbers(JsonParser json) throws IOException {
        int[] values = new int[16];
        int size = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = json.getIntValue();
        }
        return Arrays.copyOf(values, size);
    }
}
