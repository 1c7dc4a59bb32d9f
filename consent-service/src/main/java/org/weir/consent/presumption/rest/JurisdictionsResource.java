package org.weir.consent.presumption.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.rest.Body;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.presumption.Draw;
import org.weir.consent.presumption.Jurisdiction;
import org.weir.consent.presumption.desk.PresumptionDesk;
import org.weir.consent.presumption.store.PresumptionStore;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Jurisdictions that presume sharing, over HTTP. */
@Path("/api/v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "presumption", description = "Sharing that a law presumes, and what is filed against it")
@Blocking
public class JurisdictionsResource {
    private final PresumptionDesk desk;
    private final PresumptionStore store;
    private final Callers callers;

    JurisdictionsResource(PresumptionDesk desk, PresumptionStore store, Callers callers) {
        this.desk = desk;
        this.store = store;
        this.callers = callers;
    }

    /** The agreement by which a draw runs. */
    public record Drawn(AgreementId agreement, AgreementState state, long epoch, AgreementDocument document) {}

    @GET
    @Authenticated
    @Operation(summary = "Every jurisdiction that presumes sharing")
    public List<Jurisdiction> jurisdictions() {
        return store.jurisdictions();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Declare a jurisdiction, or change it, by the hub's officer",
            description = "What was drawn before stays as it is.")
    public Jurisdiction declareJurisdiction(
            @RequestBody(content = @Content(schema = @Schema(implementation = Jurisdiction.class))) String body) {
        if (!callers.caller().isHubsOfficer()) {
            throw new Refusal(ErrorCode.NOT_ALLOWED, "Only the hub's data officer declares a jurisdiction.");
        }
        return desk.declare(sent(body, Jurisdiction.class));
    }

    @POST
    @Path("/{id}/draws")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Draw on a feed, by an officer of a member",
            description = "Refused where either is outside the jurisdiction, where the owner filed a prohibition, whose"
                    + " citation is named, or where a field is classified above the limit, which is named.")
    public Response draw(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Draw.class))) String body) {
        Jurisdiction jurisdiction = desk.jurisdiction(id);
        Draw draw = sent(body, Draw.class);
        if (draw.agreement() == null || draw.member() == null || draw.feed() == null) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "A draw names its agreement, its member and its feed.");
        }
        Agreement drawn = desk.draw(callers.caller(), jurisdiction, draw);
        return Response.created(URI.create("/api/v1/agreements/" + draw.agreement()))
                .entity(new Drawn(draw.agreement(), drawn.state(), drawn.epoch(), drawn.document()))
                .build();
    }

    private static <T> T sent(String body, Class<T> form) {
        T sent = Body.read(body, form, null);
        if (sent == null) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST, "The body is empty.");
        }
        return sent;
    }
}
