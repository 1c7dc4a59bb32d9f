package org.weir.ingest.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An agency's server that does whatever a server may do. */
public final class MisbehavingAgency implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int port;
    private HttpServer server;
    private volatile HttpHandler behaviour = answering(200, "application/x-protobuf", new byte[0]);
    /** Bytes written of the last endless answer. */
    public final AtomicLong written = new AtomicLong();
    /** Requests seen. */
    public final AtomicInteger requests = new AtomicInteger();
    /** Requests under way, and the most at a time. */
    public final AtomicInteger most = new AtomicInteger();

    private final AtomicInteger underWay = new AtomicInteger();

    public MisbehavingAgency() throws IOException {
        server = start(0);
        port = server.getAddress().getPort();
    }

    private HttpServer start(int at) throws IOException {
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        started.setExecutor(threads);
        started.createContext("/", exchange -> {
            requests.incrementAndGet();
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try (exchange) {
                behaviour.handle(exchange);
            } finally {
                underWay.decrementAndGet();
            }
        });
        started.start();
        return started;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/VehiclePositions.pb";
    }

    public void behave(HttpHandler how) {
        behaviour = how;
    }

    /** Answers so. */
    public static HttpHandler answering(int status, String type, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    /** Answers with an ETag, and with 304 to whoever has it. */
    public static HttpHandler tagged(String etag, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().add("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                answering(200, "application/x-protobuf", body).handle(exchange);
            }
        };
    }

    /** Does not answer before the server closes. */
    public void hang(HttpExchange exchange) {
        try {
            closed.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers with headers and the beginning of a body, then with nothing. */
    public void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(10);
        exchange.getResponseBody().flush();
        hang(exchange);
    }

    /** Promises more than it sends and hangs up. */
    public static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        throw new IOException("hung up");
    }

    public static void redirectForEver(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", "/again");
        exchange.sendResponseHeaders(302, -1);
    }

    /** 200 MB, or as much of it as is taken. */
    public void flood(HttpExchange exchange) throws IOException {
        written.set(0);
        byte[] part = new byte[1 << 16];
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int i = 0; i < 200 << 4; i++) {
            out.write(part);
            written.addAndGet(part.length);
        }
    }

    /** Stops listening. */
    public void goDown() {
        server.stop(0);
    }

    /** Listens again, where it did. */
    public void comeUp() throws IOException {
        server = start(port);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
