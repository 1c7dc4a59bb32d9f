package org.weir.city.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.weir.city.feed.Sampler;
import org.weir.city.geo.Point;
import org.weir.city.network.City;
import org.weir.city.network.CityBuilder;
import org.weir.city.network.Pattern;
import org.weir.city.sim.Operation;
import org.weir.city.sim.StopEvents;
import org.weir.city.timetable.TimetableBuilder;

class CityServerTest {
    private static final City CITY = CityBuilder.build(1);
    private static final Instant FROM = LocalDateTime.parse("2026-03-02T08:00")
            .atZone(ZoneId.of(CITY.zone()))
            .toInstant();
    private static final byte[] ZIP = "a zip".getBytes(StandardCharsets.UTF_8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A clock that stands until it is moved. */
    private static final class Hand extends Clock {
        private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static final Hand CLOCK = new Hand();
    private static Playback playback;
    private static CityServer server;

    @BeforeAll
    static void start() throws IOException {
        Operation operation = new Operation(CITY, TimetableBuilder.all(CITY), FROM.minusSeconds(15), StopEvents.NOBODY);
        Sampler sampler = new Sampler(operation, 15, r -> {});
        playback = new Playback(CITY, sampler, CLOCK, FROM.getEpochSecond(), 2, 5);
        server = CityServer.start(0, playback, ZIP, () -> {});
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void answersAMessage_inWhichEveryBusHasItsOwnSecond() throws Exception {
        // When
        HttpResponse<byte[]> answer = ask("GET", "/VehiclePositions.pb");
        FeedMessage message = FeedMessage.parseFrom(answer.body());
        // Then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
        assertThat(message.getHeader().getIncrementality()).isEqualTo(FeedHeader.Incrementality.FULL_DATASET);
        assertThat(message.getEntityCount()).isGreaterThan(150);
        Set<Long> seconds = new HashSet<>();
        for (FeedEntity entity : message.getEntityList()) {
            VehiclePosition vehicle = entity.getVehicle();
            assertThat(message.getHeader().getTimestamp() - vehicle.getTimestamp())
                    .isBetween(0L, 14L);
            seconds.add(vehicle.getTimestamp());
            assertThat(vehicle.getVehicle().getId()).isEqualTo(entity.getId());
            assertThat(vehicle.getTrip().getScheduleRelationship())
                    .isEqualTo(TripDescriptor.ScheduleRelationship.SCHEDULED);
            assertThat(vehicle.getTrip().getStartDate()).isEqualTo("20260302");
            assertThat(vehicle.hasOccupancyStatus() && vehicle.hasCurrentStatus() && vehicle.hasStopId())
                    .isTrue();
        }
        assertThat(seconds).hasSizeGreaterThan(10);
    }

    @Test
    void placesEveryBus_onItsShape() throws Exception {
        Map<String, Pattern> patterns = new HashMap<>();
        CITY.patterns().forEach(p -> patterns.put(p.id(), p));
        FeedMessage message =
                FeedMessage.parseFrom(ask("GET", "/VehiclePositions.pb").body());
        for (FeedEntity entity : message.getEntityList()) {
            VehiclePosition vehicle = entity.getVehicle();
            Pattern pattern = patterns.get(
                    vehicle.getTrip().getRouteId() + "-" + vehicle.getTrip().getDirectionId());
            Point point = CITY.plane()
                    .point(
                            vehicle.getPosition().getLatitude(),
                            vehicle.getPosition().getLongitude());
            // GTFS-Realtime's coordinates are floats: half a metre of rounding at this longitude
            assertThat(pattern.shape().distanceTo(point)).isLessThan(1);
        }
    }

    @Test
    void answers304_untilThereIsANewMessage() throws Exception {
        // Given
        HttpResponse<byte[]> first = ask("GET", "/VehiclePositions.pb");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        // When
        HttpResponse<byte[]> same = ask("GET", "/VehiclePositions.pb", "If-None-Match", etag);
        // Then
        assertThat(etag).startsWith("\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        // When: 30 seconds of the wall are 60 of the city
        long before = playback.newest().at();
        CLOCK.now = CLOCK.now.plusSeconds(30);
        playback.catchUp();
        HttpResponse<byte[]> next = ask("GET", "/VehiclePositions.pb", "If-None-Match", etag);
        // Then
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(FeedMessage.parseFrom(next.body()).getHeader().getTimestamp())
                .isEqualTo(before + 60);
    }

    @Test
    void answersTheSchedule_andItsHead() throws Exception {
        HttpResponse<byte[]> get = ask("GET", "/gtfs.zip");
        HttpResponse<byte[]> head = ask("HEAD", "/gtfs.zip");
        assertThat(get.body()).isEqualTo(ZIP);
        assertThat(get.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
        assertThat(head.headers().firstValue("Content-Length")).hasValue("5");
    }

    @Test
    void servesLayers_asGeoJson() throws Exception {
        for (String layer : List.of("/signals.geojson", "/neighbourhoods.geojson")) {
            HttpResponse<byte[]> answer = ask("GET", layer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/geo+json");
        }
        assertThat(ask("GET", "/planted.geojson").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheTime() throws Exception {
        String clock = new String(ask("GET", "/clock").body(), StandardCharsets.UTF_8);
        assertThat(clock).contains("\"speed\":2.0", "\"seed\":1", "\"local\":\"2026-03-02T08:0");
    }

    @Test
    void refuses_whatIsNotThere() throws Exception {
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/gtfs.zip/../etc").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/gtfs.zip").statusCode()).isEqualTo(405);
    }
}
