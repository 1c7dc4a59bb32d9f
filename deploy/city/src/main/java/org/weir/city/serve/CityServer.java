package org.weir.city.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.weir.city.layer.Layers;

/**
 * The city's web server, on the loopback address only: {@code /gtfs.zip}, {@code /VehiclePositions.pb}, {@code /clock}, and the
 * layers {@code /signals.geojson} and {@code /neighbourhoods.geojson}.
 */
public final class CityServer implements AutoCloseable {
    private static final byte[] NOT_HERE =
            "Here are /gtfs.zip, /VehiclePositions.pb, /clock, /signals.geojson and /neighbourhoods.geojson.\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService answering;
    private final ScheduledExecutorService ticking;
    private final Playback playback;
    private final Answer gtfs;
    private final Answer signals;
    private final Answer neighbourhoods;

    private CityServer(HttpServer server, Playback playback, byte[] gtfs) {
        this.server = server;
        this.playback = playback;
        this.gtfs = Answer.of("application/zip", gtfs);
        signals = layer(Layers.signals(playback.city()));
        neighbourhoods = layer(Layers.neighbourhoods(playback.city()));
        answering = Executors.newFixedThreadPool(4, CityServer::daemon);
        ticking = Executors.newSingleThreadScheduledExecutor(CityServer::daemon);
    }

    /**
     * @param port 0 for any free one
     * @param afterEach called after each step of the playback, on its thread
     * @throws IOException where the port is taken
     */
    public static CityServer start(int port, Playback playback, byte[] gtfs, Runnable afterEach) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        CityServer city = new CityServer(http, playback, gtfs);
        http.createContext("/", city::answer);
        http.setExecutor(city.answering);
        http.start();
        // Ten looks a second, so that a message is at most a tenth of a second late.
        city.ticking.scheduleWithFixedDelay(
                () -> {
                    playback.catchUp();
                    afterEach.run();
                },
                100,
                100,
                TimeUnit.MILLISECONDS);
        return city;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = find(exchange.getRequestURI().getPath());
            String method = exchange.getRequestMethod();
            boolean head = method.equals("HEAD");
            if (!head && !method.equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
            } else if (answer == null) {
                send(exchange, 404, NOT_HERE, "text/plain; charset=utf-8", head);
            } else {
                exchange.getResponseHeaders().set("ETag", answer.etag());
                exchange.getResponseHeaders().set("Cache-Control", "no-cache");
                if (known(exchange, answer.etag())) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    send(exchange, 200, answer.body(), answer.type(), head);
                }
            }
        }
    }

    private static Answer layer(String geoJson) {
        return Answer.of("application/geo+json", geoJson.getBytes(StandardCharsets.UTF_8));
    }

    private Answer find(String path) {
        return switch (path) {
            case "/gtfs.zip" -> gtfs;
            case "/signals.geojson" -> signals;
            case "/neighbourhoods.geojson" -> neighbourhoods;
            case "/VehiclePositions.pb" -> playback.newest().answer();
            case "/clock" -> Answer.of("application/json", clock().getBytes(StandardCharsets.UTF_8));
            default -> null;
        };
    }

    private String clock() {
        double now = playback.now();
        Instant instant = Instant.ofEpochMilli((long) (now * 1000));
        return String.format(
                Locale.ROOT,
                "{\"now\":%.3f,\"local\":\"%s\",\"speed\":%s,\"seed\":%d,\"message\":%d,\"vehicles\":%d}%n",
                now,
                instant.atZone(ZoneId.of(playback.city().zone())).toOffsetDateTime(),
                playback.speed(),
                playback.city().seed(),
                playback.newest().at(),
                playback.newest().vehicles());
    }

    private static boolean known(HttpExchange exchange, String etag) {
        String asked = exchange.getRequestHeaders().getFirst("If-None-Match");
        return asked != null
                && Arrays.stream(asked.split(","))
                        .map(String::strip)
                        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                        .anyMatch(t -> t.equals("*") || t.equals(etag));
    }

    private static void send(HttpExchange exchange, int status, byte[] body, String type, boolean head)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "city");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        ticking.shutdownNow();
        server.stop(0);
        answering.shutdownNow();
    }
}
