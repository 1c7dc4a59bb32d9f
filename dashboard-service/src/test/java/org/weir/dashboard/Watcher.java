package org.weir.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A browser that watches a feed. */
final class Watcher implements AutoCloseable {
    record Event(String name, JsonNode data) {}

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;

    Watcher(URI url, String token) {
        thread = new Thread(() -> watch(url, token), "watcher");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(URI url, String token) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        ObjectMapper json = new ObjectMapper();
        String[] name = {""};
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()) {
            lines.forEach(line -> {
                try {
                    if (line.startsWith("event:")) {
                        name[0] = line.substring(6).strip();
                    } else if (line.startsWith("data:")) {
                        events.add(new Event(name[0], json.readTree(line.substring(5))));
                    }
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            ended = true;
        } catch (Exception e) {
            // Closed.
        }
    }

    List<Event> events(String name) {
        return events.stream().filter(e -> e.name().equals(name)).toList();
    }

    /** Whether the service ended the stream in order. */
    boolean ended() {
        return ended;
    }

    int count() {
        return events.size();
    }

    Event last(String name) {
        List<Event> all = events(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
