package org.weir.dashboard.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.weir.dashboard.rank.Layout;
import org.weir.dashboard.schedule.Schedule;
import org.weir.dashboard.schedule.Stop;
import org.weir.dashboard.schedule.StopPattern;
import org.weir.dashboard.schedule.Trip;
import org.weir.dashboard.street.PatternRef;
import org.weir.dashboard.street.Street;

/** A schedule's shapes and stops as GeoJSON (RFC 7946). */
final class GeoJson {
    private static final JsonFactory JSON = new JsonFactory();
    /** Five digits are a metre; more would only make it longer. */
    private static final double DIGITS = 1e6;

    private GeoJson() {}

    /** One line for each route, direction and shape, with the number of trips that take it. */
    static byte[] shapes(Schedule schedule) {
        Map<StopPattern, Integer> trips = new LinkedHashMap<>();
        schedule.content().patterns().forEach(pattern -> trips.put(pattern, 0));
        for (Trip trip : schedule.content().trips().values()) {
            trips.merge(trip.pattern(), 1, Integer::sum);
        }
        record Way(String route, int direction, String shape) {}
        Map<Way, Integer> ways = new LinkedHashMap<>();
        Map<Way, StopPattern> one = new LinkedHashMap<>();
        trips.forEach((pattern, n) -> {
            Way way = new Way(
                    pattern.route(), pattern.direction(), pattern.shape().id());
            ways.merge(way, n, Integer::sum);
            one.putIfAbsent(way, pattern);
        });
        return collection(json -> {
            for (Map.Entry<Way, Integer> each : ways.entrySet()) {
                Way way = each.getKey();
                begin(json, "LineString");
                json.writeStartArray();
                for (double[] point : one.get(way).shape().line().points()) {
                    point(json, point);
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeObjectFieldStart("properties");
                json.writeStringField("routeId", way.route());
                json.writeNumberField("directionId", way.direction());
                json.writeStringField("shapeId", way.shape());
                json.writeNumberField("trips", each.getValue());
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    static byte[] stops(Schedule schedule) {
        return collection(json -> {
            for (Stop stop : schedule.content().stops().values()) {
                begin(json, "Point");
                point(json, new double[] {stop.lon(), stop.lat()});
                json.writeEndObject();
                json.writeObjectFieldStart("properties");
                json.writeStringField("stopId", stop.id());
                json.writeStringField("name", stop.name());
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    /** One line for each street, with the routes whose patterns run there now. */
    static byte[] streets(List<Street> streets, Predicate<PatternRef> runs) {
        record Line(String feed, String route, int direction) {}
        return collection(json -> {
            for (Street street : streets) {
                begin(json, "LineString");
                json.writeStartArray();
                for (double[] point : street.line()) {
                    point(json, point);
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeObjectFieldStart("properties");
                json.writeStringField("id", street.id());
                json.writeStringField("fromStop", street.fromStop());
                json.writeStringField("toStop", street.toStop());
                json.writeNumberField("metres", Math.round(street.metres()));
                json.writeNumberField("bearing", Math.round(street.bearing()));
                json.writeArrayFieldStart("routes");
                Set<Line> lines = new LinkedHashSet<>();
                street.patterns().stream()
                        .filter(runs)
                        .forEach(p -> lines.add(new Line(p.feed().value(), p.route(), p.direction())));
                for (Line line : lines) {
                    json.writeStartObject();
                    json.writeStringField("feed", line.feed());
                    json.writeStringField("routeId", line.route());
                    json.writeNumberField("directionId", line.direction());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    /** The places of a ranking: stops as points, everything else as lines in the direction of travel. */
    static byte[] ranking(List<Rankings.Place> places, Layout layout) {
        return collection(json -> {
            for (Rankings.Place place : places) {
                List<double[][]> lines = place.ranked().finding().where().lines();
                boolean point = lines.size() == 1 && lines.get(0).length == 1;
                begin(json, point ? "Point" : "MultiLineString");
                if (point) {
                    point(json, lines.get(0)[0]);
                } else {
                    lines(json, lines);
                }
                json.writeEndObject();
                RankedPlace told = RankedPlace.of(place, layout);
                json.writeObjectFieldStart("properties");
                json.writeStringField("id", told.id());
                json.writeStringField("cause", told.cause());
                json.writeNumberField("rank", told.rank());
                json.writeStringField("fromStop", told.fromStop());
                json.writeStringField("toStop", told.toStop());
                json.writeNumberField("saved", told.saved().value());
                json.writeStringField("savedUnit", told.savedUnit());
                json.writeNumberField("low", told.saved().low());
                json.writeNumberField("high", told.saved().high());
                json.writeNumberField("n", told.saved().n());
                json.writeNumberField("stability", told.stability());
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    private static void lines(JsonGenerator json, List<double[][]> lines) throws IOException {
        json.writeStartArray();
        for (double[][] line : lines) {
            json.writeStartArray();
            for (double[] each : line) {
                point(json, each);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void begin(JsonGenerator json, String type) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", type);
        json.writeFieldName("coordinates");
    }

    private static void point(JsonGenerator json, double[] lonLat) throws IOException {
        json.writeStartArray();
        json.writeNumber(Math.round(lonLat[0] * DIGITS) / DIGITS);
        json.writeNumber(Math.round(lonLat[1] * DIGITS) / DIGITS);
        json.writeEndArray();
    }

    private interface Features {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] collection(Features features) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            features.write(json);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
