package org.weir.dashboard.live.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.weir.dashboard.live.Fleet;
import org.weir.dashboard.standing.Standing;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;

/** The text of each event: written once, however many watch. */
@ApplicationScoped
public class LiveEvents {
    private static final JsonFactory JSON = new JsonFactory();

    private final ObjectMapper mapper;

    LiveEvents(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String standing(Standing standing) {
        try {
            return mapper.writeValueAsString(standing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String positions(FeedId feed, Fleet fleet, long wallSeconds, long since, List<String> gone) {
        return write(json -> {
            json.writeStringField("feed", feed.value());
            json.writeNumberField("now", fleet.now(wallSeconds));
            json.writeBooleanField("full", since == 0);
            json.writeNumberField("staleAfter", fleet.staleAfter());
            json.writeNumberField("goneAfter", fleet.goneAfter());
            json.writeArrayFieldStart("vehicles");
            for (VehiclePosition p : fleet.since(since)) {
                vehicle(json, p);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("gone");
            for (String id : gone) {
                json.writeString(id);
            }
            json.writeEndArray();
        });
    }

    /** A map of nothing: what is shown before the first record, or after the last. */
    String nothing(FeedId feed, long wallSeconds) {
        return positions(feed, new Fleet(false), wallSeconds, 0, List.of());
    }

    String health(FeedId feed, Fleet fleet, long wallSeconds, Long lagSeconds, double perSecond) {
        return write(json -> {
            json.writeStringField("feed", feed.value());
            json.writeNumberField("now", fleet.now(wallSeconds));
            json.writeNumberField("vehicles", fleet.size());
            json.writeNumberField("stale", fleet.stale(wallSeconds));
            if (lagSeconds == null) {
                json.writeNullField("lagSeconds");
            } else {
                json.writeNumberField("lagSeconds", lagSeconds);
            }
            json.writeNumberField("perSecond", perSecond);
            json.writeNumberField("received", fleet.received());
        });
    }

    private static void vehicle(JsonGenerator json, VehiclePosition p) throws IOException {
        json.writeStartArray();
        json.writeString(p.vehicleId());
        json.writeNumber(p.latitude());
        json.writeNumber(p.longitude());
        number(json, p.bearing());
        number(json, p.speed());
        json.writeString(p.routeId());
        if (p.directionId() == null) {
            json.writeNull();
        } else {
            json.writeNumber(p.directionId().intValue());
        }
        json.writeString(p.tripId());
        json.writeNumber(p.timestamp());
        json.writeString(p.label());
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, float value) throws IOException {
        if (Float.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String write(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
