package org.weir.dashboard.web;

import io.quarkus.security.Authenticated;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Exchanges a signed token for a cookie that no script can read. The token is the session; the server keeps none. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    static final String COOKIE = "weir_session";

    private final JWTParser parser;
    private final JsonWebToken token;
    private final Clock clock;

    SessionResource(JWTParser parser, JsonWebToken token, Clock clock) {
        this.parser = parser;
        this.token = token;
        this.clock = clock;
    }

    /** What signs in. */
    public record SignIn(String token) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(SignIn body, @Context RoutingContext request) {
        if (body == null || body.token() == null || body.token().isBlank()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The token is missing.");
        }
        try {
            JsonWebToken given = parser.parse(body.token().strip());
            long seconds =
                    Math.max(1, given.getExpirationTime() - clock.instant().getEpochSecond());
            return Response.noContent()
                    .cookie(cookie(body.token().strip(), (int) Math.min(seconds, Integer.MAX_VALUE), request))
                    .build();
        } catch (ParseException e) {
            throw new Refusal(ErrorCode.NOT_SIGNED_IN, "The token is not one of ours, or it is over.");
        }
    }

    @GET
    @Authenticated
    public Session session() {
        return Session.of(token);
    }

    @DELETE
    @PermitAll
    public Response signOut(@Context RoutingContext request) {
        return Response.noContent().cookie(cookie("", 0, request)).build();
    }

    private static NewCookie cookie(String value, int seconds, RoutingContext request) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.request().isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
