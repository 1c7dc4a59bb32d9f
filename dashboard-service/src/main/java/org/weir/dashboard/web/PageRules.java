package org.weir.dashboard.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.weir.schemas.problem.ErrorCode;

/** What holds for every answer: security headers, caching, no state changed from a foreign page, deep links. */
@ApplicationScoped
public class PageRules {
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; font-src 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(PageRules::headers, 400);
        filters.register(PageRules::refuseForeign, 390);
        filters.register(PageRules::deepLinks, 380);
    }

    private static void headers(RoutingContext rc) {
        rc.addHeadersEndHandler(ignored -> headers(rc.request().path(), rc.response()));
        rc.next();
    }

    private static void headers(String path, HttpServerResponse to) {
        to.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Permissions-Policy", "geolocation=(), camera=(), microphone=(), payment=(), usb=()")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (path.startsWith("/assets/")) {
            // Vite names these files by their content's hash.
            to.putHeader(
                    "Cache-Control", to.getStatusCode() < 300 ? "public, max-age=31536000, immutable" : "no-store");
        } else if (path.startsWith("/api/")) {
            if (!to.headers().contains("Cache-Control")) {
                to.putHeader("Cache-Control", "no-store");
            }
            to.putHeader("X-Accel-Buffering", "no");
        } else {
            to.putHeader("Cache-Control", "no-cache");
        }
    }

    /** SameSite=Strict already keeps the cookie at home; this also stops what a browser says came from elsewhere. */
    private static void refuseForeign(RoutingContext rc) {
        HttpServerRequest request = rc.request();
        if (!SAFE.contains(request.method()) && foreign(request)) {
            Answers.problem(rc, ErrorCode.NOT_ALLOWED, "The request comes from another site.");
        } else {
            rc.next();
        }
    }

    private static boolean foreign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        int host = origin.indexOf("://");
        return host < 0
                || request.authority() == null
                || !origin.substring(host + 3)
                        .equalsIgnoreCase(request.authority().toString());
    }

    /** A view's address, such as /speeds, is answered with the page whose script then shows the view. */
    private static void deepLinks(RoutingContext rc) {
        String path = rc.request().path();
        boolean page = SAFE.contains(rc.request().method())
                && !path.equals("/")
                && !path.startsWith("/api/")
                && !path.equals("/api")
                && !path.startsWith("/q/")
                && !path.startsWith("/assets/")
                // Files lie at the root; a dot further down is an id's, as in
                // /feeds/riverton-transit.vehicle-positions.
                && (path.lastIndexOf('/') > 0 || path.indexOf('.') < 0);
        if (page) {
            rc.reroute("/index.html");
        } else {
            rc.next();
        }
    }
}
