package org.weir.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.weir.schemas.http.Roles;

/** The service's API as tests use it. */
public final class Api {
    static {
        // A busy machine of two cores is slow, not wrong.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

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
        return pushTo("/api/v1/feeds/" + feed + "/records", key, type, body);
    }

    /** Pushes days that are over. */
    public static Response pushPast(String feed, String key, String type, byte[] body) {
        return pushTo("/api/v1/feeds/" + feed + "/records/past", key, type, body);
    }

    private static Response pushTo(String path, String key, String type, byte[] body) {
        RequestSpecification request = given().contentType(type);
        if (key != null) {
            request.header("Weir-Key", key);
        }
        return request.body(body).post(path);
    }

    /**
     * Announces a body of that many bytes, sends the first MB of it, and hears the answer.
     *
     * @return the answer as it stands on the wire
     */
    public static String flood(String feed, String key, long bytes) {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/feeds/" + feed + "/records HTTP/1.1\r\nHost: localhost\r\nWeir-Key: " + key
                            + "\r\nContent-Type: application/x-protobuf\r\nContent-Length: " + bytes + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1 << 20]);
            out.flush();
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '}'; c = in.read()) {
                answer.append((char) c);
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonPath health(String feed) {
        return as(Roles.OPS).get("/api/v1/feeds/" + feed).jsonPath().setRootPath("health");
    }
}
