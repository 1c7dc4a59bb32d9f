package org.weir.consent.agreement.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.desk.ForceDesk;
import org.weir.consent.agreement.desk.Receipts;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.schemas.http.Roles;

/** What is done to agreements in force, over HTTP. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "in force", description = "Resting, ending, new keys; each with a signed receipt")
@Blocking
public class ForceResource {
    private static final String PENDING =
            "Answered when every enforcer works by the change. Where that takes too long the"
                    + " answer is the problem receipt-pending, and asking again is safe and gives the same receipt.";

    private final AgreementDesk agreements;
    private final ForceDesk desk;
    private final Receipts receipts;
    private final Callers callers;

    ForceResource(AgreementDesk agreements, ForceDesk desk, Receipts receipts, Callers callers) {
        this.agreements = agreements;
        this.desk = desk;
        this.receipts = receipts;
        this.callers = callers;
    }

    @GET
    @Path("/receipts")
    @Authenticated
    @Operation(summary = "Every signed receipt of the agreement, oldest first")
    public List<SignedReceipt> receipts(@RestPath String id) {
        Agreement agreement = agreements.required(PathId.of(id));
        new Standing(callers.caller()).requireReading(agreement);
        return receipts.kept(agreement.document().uid());
    }

    @POST
    @Path("/suspend")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Let it rest, by the agency",
            description = "What comes meanwhile is withheld and counted; it is not delivered later. " + PENDING)
    public SignedReceipt suspend(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Revocation.class))) String body) {
        return desk.suspend(
                callers.caller(), PathId.of(id), Revocation.read(body).reason());
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Let it go on, by the agency", description = PENDING)
    public SignedReceipt resume(@RestPath String id) {
        return desk.resume(callers.caller(), PathId.of(id));
    }

    @POST
    @Path("/revoke")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Revoke, by the agency",
            description = "After the answer not one record more is shared. " + PENDING)
    public SignedReceipt revoke(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Revocation.class))) String body) {
        return desk.revoke(
                callers.caller(), PathId.of(id), Revocation.read(body).reason());
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Withdraw, by the recipient",
            description = "After the answer not one record more is shared. " + PENDING)
    public SignedReceipt withdraw(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Revocation.class))) String body) {
        return desk.withdraw(
                callers.caller(), PathId.of(id), Revocation.read(body).reason());
    }

    @POST
    @Path("/terminate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Terminate because it was broken, by either party",
            description = "After the answer not one record more is shared. " + PENDING)
    public SignedReceipt terminate(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Revocation.class))) String body) {
        return desk.terminate(
                callers.caller(), PathId.of(id), Revocation.read(body).reason());
    }

    @POST
    @Path("/rotate-keys")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Make pseudonyms with a new key from now on",
            description = "Whoever is behind a pseudonym gets another; the two cannot be put together. " + PENDING
                    + " As long as the receipt of a rotation is pending, asking is asking for that receipt, and of two"
                    + " at once both get the receipt of the one rotation; once it is issued, asking rotates anew.")
    public SignedReceipt rotateKeys(@RestPath String id) {
        return desk.rotateKeys(callers.caller(), PathId.of(id));
    }
}
