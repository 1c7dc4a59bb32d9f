package org.weir.dashboard.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.weir.dashboard.DashboardConfig;
import org.weir.schemas.problem.ErrorCode;

/**
 * Passes requests on to the service that owns them, with the caller's token, and streams back what it answers. The
 * browser so meets one address; who may do what is still decided by the service that owns it.
 */
@ApplicationScoped
public class Forwarding {
    private static final List<String> TO_INGEST = List.of("agencies", "feeds");
    private static final List<String> TO_CONSENT = List.of(
            "accounting",
            "agreements",
            "boards",
            "contracts",
            "inbox",
            "jurisdictions",
            "keys",
            "ledger",
            "parties",
            "prohibitions",
            "purposes",
            "register");

    /** What anybody may ask for, signed in or not. */
    private static final Pattern PUBLIC =
            Pattern.compile("/api/v1/(register|keys|ledger/(checkpoint|key|proofs))(/.*)?");

    /** A revocation is answered when every enforcer has confirmed; nothing else takes this long. */
    private static final long LONGEST_ANSWER_MS = 60_000;

    private static final int CONNECT_MS = 2_000;

    /** Headers that belong to one connection, or that this service sets itself. */
    private static final List<String> ANSWER_HEADERS = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Content-Disposition",
            "Location",
            "ETag",
            "Last-Modified",
            "Cache-Control",
            "Retry-After",
            "WWW-Authenticate");

    private static final List<String> REQUEST_HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Type",
            "Content-Length",
            "If-Match",
            "If-None-Match",
            "Weir-Key",
            "traceparent");

    private final HttpClient client;
    private final DashboardConfig config;

    Forwarding(Vertx vertx, DashboardConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MS));
        this.config = config;
    }

    void register(@Observes Router router) {
        TO_INGEST.forEach(part -> register(router, part, config.ingestUrl()));
        TO_CONSENT.forEach(part -> register(router, part, config.consentUrl()));
    }

    private void register(Router router, String part, URI to) {
        router.route("/api/v1/" + part).handler(rc -> admit(rc, to));
        router.route("/api/v1/" + part + "/*").handler(rc -> admit(rc, to));
    }

    private void admit(RoutingContext rc, URI to) {
        rc.request().pause();
        if (isPublic(rc.request())) {
            // Without the caller's token: one that is over would keep somebody from what is everybody's.
            forward(rc, to, null);
            return;
        }
        QuarkusHttpUser.getSecurityIdentity(rc, null)
                .subscribe()
                .with(
                        identity -> admit(rc, to, identity),
                        failure -> Answers.problem(rc, ErrorCode.NOT_SIGNED_IN, null));
    }

    private void admit(RoutingContext rc, URI to, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            Answers.problem(rc, ErrorCode.NOT_SIGNED_IN, null);
        } else {
            forward(rc, to, token(rc.request()));
        }
    }

    private static boolean isPublic(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && PUBLIC.matcher(request.path()).matches();
    }

    private static String token(HttpServerRequest request) {
        String bearer = request.getHeader("Authorization");
        if (bearer != null) {
            return bearer;
        }
        io.vertx.core.http.Cookie cookie = request.getCookie(SessionResource.COOKIE);
        return cookie == null ? "" : "Bearer " + cookie.getValue();
    }

    private void forward(RoutingContext rc, URI to, String token) {
        HttpServerRequest request = rc.request();
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(to.getHost())
                .setPort(to.getPort() < 0 ? ("https".equals(to.getScheme()) ? 443 : 80) : to.getPort())
                .setSsl("https".equals(to.getScheme()))
                .setURI(request.uri())
                .setIdleTimeout(LONGEST_ANSWER_MS);
        client.request(options)
                .compose(upstream -> send(request, upstream, token))
                .onSuccess(answer -> giveBack(rc, answer))
                .onFailure(
                        away -> Answers.problem(rc, ErrorCode.UNAVAILABLE, "The service behind this does not answer."));
    }

    private static io.vertx.core.Future<HttpClientResponse> send(
            HttpServerRequest request, HttpClientRequest upstream, String token) {
        for (String name : REQUEST_HEADERS) {
            String value = request.getHeader(name);
            if (value != null) {
                upstream.putHeader(name, value);
            }
        }
        if (token != null) {
            upstream.putHeader("Authorization", token);
        }
        boolean body = request.getHeader("Content-Length") != null || request.getHeader("Transfer-Encoding") != null;
        if (!body) {
            request.resume();
            return upstream.send();
        }
        if (request.getHeader("Content-Length") == null) {
            upstream.setChunked(true);
        }
        return upstream.send(request);
    }

    private static void giveBack(RoutingContext rc, HttpClientResponse answer) {
        rc.response().setStatusCode(answer.statusCode());
        for (String name : ANSWER_HEADERS) {
            String value = answer.getHeader(name);
            if (value != null) {
                rc.response().putHeader(name, value);
            }
        }
        if (answer.getHeader("Content-Length") == null) {
            rc.response().setChunked(true);
        }
        answer.pipeTo(rc.response());
    }
}
