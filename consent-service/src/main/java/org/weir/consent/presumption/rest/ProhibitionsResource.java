package org.weir.consent.presumption.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.rest.Body;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.consent.presumption.desk.PresumptionDesk;
import org.weir.consent.presumption.desk.PresumptionDesk.Filed;
import org.weir.consent.presumption.store.PresumptionStore;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Prohibitions in writing, over HTTP. */
@Path("/api/v1/prohibitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "presumption", description = "Sharing that a law presumes, and what is filed against it")
@Blocking
public class ProhibitionsResource {
    private final PresumptionDesk desk;
    private final PresumptionStore store;
    private final Callers callers;

    ProhibitionsResource(PresumptionDesk desk, PresumptionStore store, Callers callers) {
        this.desk = desk;
        this.store = store;
        this.callers = callers;
    }

    /** What an owner files. */
    public record Filing(FeedId feed, String citation, String reason) {}

    @GET
    @Authenticated
    @Operation(summary = "Every prohibition that holds")
    public List<WrittenProhibition> prohibitions() {
        return store.prohibitions();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "File a prohibition, by the officer of the agency that owns the feed",
            description = "What members drew on the feed ends by the same protocol as a revocation; the answer has the"
                    + " signed receipts. While it stands, the same law filed again for the feed is answered with 200, the"
                    + " prohibition that stands and the same receipts.")
    public Response fileProhibition(
            @RequestBody(content = @Content(schema = @Schema(implementation = Filing.class))) String body) {
        Filing filing = Body.read(body, Filing.class, new Filing(null, null, null));
        if (filing.feed() == null || isBlank(filing.citation()) || isBlank(filing.reason())) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "A prohibition names its feed, its citation and its reason.");
        }
        Caller caller = requireOwner(filing.feed().agency());
        WrittenProhibition prohibition = new WrittenProhibition(
                UUID.randomUUID().toString(),
                filing.feed(),
                filing.citation().strip(),
                filing.reason(),
                caller.subject(),
                desk.now());
        Filed filed = desk.file(caller, prohibition);
        boolean isNew = filed.prohibition().id().equals(prohibition.id());
        return (isNew ? Response.created(URI.create("/api/v1/prohibitions/" + prohibition.id())) : Response.ok())
                .entity(filed)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Withdraw a prohibition, by an officer of the agency that filed it",
            description = "What it ended stays ended; members may draw anew.")
    public void withdrawProhibition(@RestPath String id) {
        WrittenProhibition prohibition = store.prohibition(id)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_PROHIBITION, "No prohibition " + id + " holds."));
        store.withdraw(id, requireOwner(prohibition.feed().agency()).subject());
    }

    private Caller requireOwner(AgencyId agency) {
        Caller caller = callers.caller();
        if (!caller.isHubsOfficer() && !agency.equals(caller.agency())) {
            throw new Refusal(
                    ErrorCode.NOT_ALLOWED, "Only an officer of " + agency + ", whose feed it is, may do this.");
        }
        return caller;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
