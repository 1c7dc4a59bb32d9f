package org.weir.dashboard;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.weir.dashboard.trust.TestHub;
import org.weir.stack.Stack;
import org.weir.stack.TestStack;

/** The shared broker and database, a key that tokens verify by, and a stand-in for the service behind the proxy. */
public class DashboardStack implements QuarkusTestResourceLifecycleManager {
    private HttpServer behind;

    @Override
    public Map<String, String> start() {
        Stack stack = TestStack.shared();
        behind = behind();
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
        settings.put("quarkus.datasource.reactive.url", stack.reactiveUrl("dashboard"));
        settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl("dashboard"));
        settings.put("quarkus.datasource.username", stack.user());
        settings.put("quarkus.datasource.password", stack.password());
        settings.put("mp.jwt.verify.publickey", Tokens.publicKey());
        settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
        settings.put("weir.hub-keys", TestHub.BELIEVED.publicKey());
        settings.put("weir.keystore", keystore());
        settings.put("quarkus.http.test-port", "0");
        settings.put("weir.recipient", "city-planning");
        // Nobody waits a minute in a test.
        settings.put("weir.store.evidence-quiet", "2s");
        settings.put("weir.store.rollup-quiet", "2s");
        settings.put(
                "weir.ingest-url", "http://127.0.0.1:" + behind.getAddress().getPort());
        // Nobody listens on the discard port.
        settings.put("weir.consent-url", "http://127.0.0.1:9");
        return settings;
    }

    private static String keystore() {
        try {
            return Files.createTempDirectory("weir-keystore").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers with what it was asked, and refuses with a problem document of its own where asked to. */
    private static HttpServer behind() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                boolean refused = exchange.getRequestURI().getPath().endsWith("/refused");
                String token = exchange.getRequestHeaders().getFirst("Authorization");
                String answer = refused
                        ? "{\"code\":\"bad-id\",\"status\":400}"
                        : "{\"method\":\"" + exchange.getRequestMethod() + "\",\"path\":\"" + exchange.getRequestURI()
                                + "\",\"bearer\":" + (token != null && token.startsWith("Bearer ey")) + ",\"bytes\":"
                                + body.length + "}";
                exchange.getResponseHeaders()
                        .set("Content-Type", refused ? "application/problem+json" : "application/json");
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(refused ? 400 : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        behind.stop(0);
    }
}
