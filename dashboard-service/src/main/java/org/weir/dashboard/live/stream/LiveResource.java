package org.weir.dashboard.live.stream;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.weir.dashboard.query.Parameters;
import org.weir.dashboard.standing.Standing;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What this recipient may see, and what moves now. */
@Path("/api/v1")
@RolesAllowed({Roles.PLANNER, Roles.DATA_OFFICER, Roles.OPS, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
public class LiveResource {
    private final Standings standings;
    private final LiveTicker ticker;
    private final Clock clock;
    private final JsonWebToken token;

    LiveResource(Standings standings, LiveTicker ticker, Clock clock, JsonWebToken token) {
        this.token = token;
        this.standings = standings;
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Every feed, and how this recipient stands with it; for a publisher, the feeds of its own agency. */
    @GET
    @Path("/standing")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PLANNER,
        Roles.PUBLISHER,
        Roles.DATA_OFFICER,
        Roles.OPS,
        Roles.COUNSEL,
        Roles.REVIEWER,
        Roles.AUDITOR
    })
    public List<Standing> standing() {
        List<Standing> all = standings.all(clock.instant());
        if (!token.getGroups().equals(Set.of(Roles.PUBLISHER))) {
            return all;
        }
        String agency = token.getClaim("agency");
        return all.stream()
                .filter(each -> each.feed().agency().value().equals(agency))
                .toList();
    }

    /** Server-sent events of one feed: standing, positions, health, ping; until the caller's token ends. */
    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Multi<OutboundSseEvent> live(@QueryParam("feed") String feed, @Context Sse sse) {
        FeedId id = Parameters.feed(feed);
        if (standings.feed(id).isEmpty()) {
            throw new Refusal(ErrorCode.UNKNOWN_FEED, "No feed of this id has been announced.");
        }
        return ticker.watch(id, sse, Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
