package org.weir.local.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A service's REST API, asked with one token.
 *
 * @param client sends
 * @param base the service's address
 * @param token who asks
 */
public record Api(HttpClient client, String base, String token) {

    /** An upload of a large schedule is read whole before it is answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * What was answered.
     *
     * @param status the HTTP status; 0 when nobody answered
     * @param body the JSON, or a missing node
     */
    public record Answer(int status, JsonNode body) {

        public boolean good() {
            return status / 100 == 2;
        }

        /** The problem in words, for a person. */
        public String problem() {
            String title = body.path("title").asText("status " + status);
            String detail = body.path("detail").asText("");
            return (title + " " + detail + " " + body.path("remedy").asText("")).strip();
        }
    }

    public Answer get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) throws InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    public Answer put(String path, Object body) throws InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    public Answer upload(String path, Path file) throws InterruptedException, IOException {
        return send(request(path).header("Content-Type", "application/zip").PUT(BodyPublishers.ofFile(file)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), parse(answer.body()));
        } catch (IOException e) {
            return new Answer(0, MissingNode.getInstance());
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("This has no JSON form", e);
        }
    }
}
