package org.weir.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Pushes messages to a feed until each is acknowledged. What was not is pushed again: what the topic holds of it comes back as
 * a duplicate.
 *
 * @param client keeps its connections open
 * @param address where past positions of the feed are pushed
 * @param key the feed's
 * @param answers hears what became of each message
 */
record Pushes(HttpClient client, URI address, String key, Consumer<Answer> answers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Half an hour of an answer that says to come again: then nobody is going to help. */
    private static final int MOST_TRIES = 1800;

    /** What became of the positions of one message. */
    record Answer(int accepted, int duplicate, int rejected) {}

    /** Ends when it is acknowledged; fails with a {@link NotTaken} where it never will be. */
    CompletableFuture<Void> push(byte[] message) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-protobuf")
                .header("Weir-Key", key)
                .POST(BodyPublishers.ofByteArray(message))
                .build();
        return tried(request, 1);
    }

    private CompletableFuture<Void> tried(HttpRequest request, int number) {
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .handle((response, fault) -> fault == null ? answered(response) : Duration.ofSeconds(1))
                .thenCompose(wait -> {
                    if (wait.isZero()) {
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    if (number == MOST_TRIES) {
                        throw new NotTaken("The feed has taken nothing for half an hour.");
                    }
                    Executor later = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
                    return CompletableFuture.supplyAsync(() -> number + 1, later)
                            .thenCompose(next -> tried(request, next));
                });
    }

    /** How long to wait before it is pushed again; zero where it is acknowledged. */
    private Duration answered(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            JsonNode answer = json(response.body());
            answers.accept(new Answer(
                    answer.path("accepted").asInt(),
                    answer.path("duplicate").asInt(),
                    answer.path("rejected").asInt()));
            return Duration.ZERO;
        }
        if (status == 429 || status >= 500) {
            return Duration.ofSeconds(Math.max(
                    1, response.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
        JsonNode problem = json(response.body());
        throw new NotTaken("The feed does not take the past (" + status + "): "
                + problem.path("title").asText() + ' ' + problem.path("detail").asText());
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
