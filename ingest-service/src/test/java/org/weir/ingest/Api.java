package org.weir.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.weir.schemas.http.Roles;

/** The service's API as tests use it. */
public final class Api {
    private Api() {}

    public static String token(String role, String agency) {
        var claims = Jwt.issuer("https://local.weir")
                .subject("test-" + role)
                .upn("test-" + role)
                .groups(Set.of(role));
        return (agency == null ? claims : claims.claim("agency", agency)).sign();
    }

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(token(role, null)).contentType("application/json");
    }

    public static RequestSpecification publisherOf(String agency) {
        return given().auth().oauth2(token(Roles.PUBLISHER, agency)).contentType("application/json");
    }

    /** Registers an agency. */
    public static void agency(String id) {
        as(Roles.OPS)
                .body(Map.of("id", id, "name", "Agency " + id, "timezone", "America/New_York"))
                .post("/api/v1/agencies")
                .then()
                .statusCode(201);
    }

    public static Map<String, Object> feedForm(String id, Map<String, Object> source) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", id);
        form.put("title", "Buses");
        form.put("contract", "gtfs-realtime-vehicle-positions");
        form.put("source", source);
        return form;
    }

    /** Registers an agency and a feed that is pushed, and issues a key for it. */
    public static String pushed(String agency, String feed) {
        agency(agency);
        as(Roles.OPS)
                .body(feedForm(feed, Map.of("kind", "push")))
                .post("/api/v1/feeds")
                .then()
                .statusCode(201);
        return key(feed);
    }

    /** Registers an agency and a feed that is polled. */
    public static void polled(String agency, String feed, String url, double everySeconds, double timeoutSeconds) {
        agency(agency);
        as(Roles.OPS)
                .body(feedForm(
                        feed,
                        Map.of(
                                "kind",
                                "poll",
                                "url",
                                url,
                                "everySeconds",
                                everySeconds,
                                "timeoutSeconds",
                                timeoutSeconds)))
                .post("/api/v1/feeds")
                .then()
                .statusCode(201);
    }

    public static String key(String feed) {
        return as(Roles.OPS)
                .post("/api/v1/feeds/" + feed + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    public static Response push(String feed, String key, String type, byte[] body) {
        RequestSpecification request = given().contentType(type);
        if (key != null) {
            request.header("Weir-Key", key);
        }
        return request.body(body).post("/api/v1/feeds/" + feed + "/records");
    }

    /** Pushes a body of that many zeros as a stream: no client keeps 200 MB in memory. */
    public static HttpResponse<String> flood(String feed, String key, long bytes) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/feeds/" + feed + "/records"))
                .header("Content-Type", "application/x-protobuf")
                .header("Weir-Key", key)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> zeros(bytes)), bytes))
                .build();
        try {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static InputStream zeros(long bytes) {
        return new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                int n = (int) Math.min(left, most);
                left -= n;
                return n == 0 ? -1 : n;
            }
        };
    }

    public static JsonPath health(String feed) {
        return as(Roles.OPS).get("/api/v1/feeds/" + feed).jsonPath().setRootPath("health");
    }
}
