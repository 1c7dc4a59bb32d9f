package org.weir.consent.agreement.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.desk.ForceDesk;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;

/** Sharing in an emergency, over HTTP. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "emergency", description = "Two officers bring an agreement into force at once; it ends by itself")
@Blocking
public class EmergencyResource {
    private final ForceDesk desk;
    private final Callers callers;

    EmergencyResource(ForceDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    /**
     * Where an emergency's agreement stands.
     *
     * @param by who did the last of it
     * @param sunset when it ends by itself
     */
    public record Declared(AgreementId agreement, AgreementState state, long epoch, String by, Instant sunset) {
        static Declared of(Agreement agreement) {
            return new Declared(
                    agreement.document().uid(),
                    agreement.state(),
                    agreement.epoch(),
                    agreement.last().by(),
                    agreement.document().emergency().sunset());
        }
    }

    @POST
    @Path("/emergency")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Declare an emergency, as the first of two officers of the agency",
            description = "The text names the declaration and a sunset within 30 days. Nothing flows before a second"
                    + " officer confirms.")
    public Response declareEmergency(
            @RequestBody(content = @Content(schema = @Schema(implementation = AgreementDocument.class))) String body) {
        AgreementDocument document = DocumentReader.read(body);
        Declared declared = Declared.of(desk.declareEmergency(callers.caller(), document));
        return Response.created(URI.create("/api/v1/agreements/" + declared.agreement()))
                .entity(declared)
                .build();
    }

    @POST
    @Path("/{id}/confirm-emergency")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Confirm it, as the second",
            description = "Answered when every enforcer works by it; its signed receipt is among the agreement's.")
    public Declared confirmEmergency(@RestPath String id) {
        return Declared.of(desk.confirmEmergency(callers.caller(), PathId.of(id)));
    }
}
