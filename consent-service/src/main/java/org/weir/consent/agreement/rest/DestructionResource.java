package org.weir.consent.agreement.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Ending;
import org.weir.consent.agreement.desk.ForceDesk;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What is owed after the end, over HTTP. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "destruction", description = "Certificates of destruction, and putting an agreement away")
@Blocking
public class DestructionResource {
    private final ForceDesk desk;
    private final Callers callers;

    DestructionResource(ForceDesk desk, Callers callers) {
        this.desk = desk;
        this.callers = callers;
    }

    /**
     * What a recipient's officer certifies.
     *
     * @param destroyed how many were destroyed, by store
     * @param note in the officer's words; may be absent
     */
    public record Certified(Map<String, Long> destroyed, String note) {}

    /**
     * How far the destruction is.
     *
     * @param certificate the recipient's, or null
     */
    public record Destruction(
            AgreementId agreement, AgreementState state, AgreementState endedAs, DestructionCertificate certificate) {
        static Destruction of(Agreement agreement) {
            Ending ending = agreement.ending();
            return new Destruction(
                    agreement.document().uid(),
                    agreement.state(),
                    agreement.endedAs(),
                    ending == null ? null : ending.certificate());
        }
    }

    @POST
    @Path("/certificate")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Certify the destruction, by the recipient",
            description = "For a recipient whose own service does not certify by itself.")
    public Destruction certifyDestruction(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Certified.class))) String sent) {
        Certified body = Body.read(sent, Certified.class, null);
        if (body == null || body.destroyed() == null || body.destroyed().isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "Say how many were destroyed, by store: destroyed.");
        }
        body.destroyed().forEach((store, n) -> {
            if (store.isBlank() || n == null || n < 0) {
                throw new Refusal(
                        ErrorCode.MALFORMED_REQUEST, "A count is a whole number, from 0 on, of a named store.");
            }
        });
        return Destruction.of(desk.certify(callers.caller(), PathId.of(id), body.destroyed(), body.note()));
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Put it away, by the agency, once nothing is owed")
    public Destruction close(@RestPath String id) {
        return Destruction.of(desk.close(callers.caller(), PathId.of(id)));
    }
}
