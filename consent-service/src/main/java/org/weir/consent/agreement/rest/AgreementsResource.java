package org.weir.consent.agreement.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.receipt.SignedReceipt;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Agreements over HTTP. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agreements", description = "What may flow, to whom, for what, until when")
@Blocking
public class AgreementsResource {
    private final AgreementDesk desk;
    private final SecurityIdentity caller;

    AgreementsResource(AgreementDesk desk, SecurityIdentity caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Write a draft")
    public Response draft(
            @RequestBody(content = @Content(schema = @Schema(implementation = AgreementDocument.class))) String body) {
        Agreement agreement = desk.draft(DocumentReader.read(body), by());
        return Response.created(
                        URI.create("/api/v1/agreements/" + agreement.document().uid()))
                .entity(view(agreement, null))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Write a draft anew")
    public AgreementView redraft(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AgreementDocument.class))) String body) {
        AgreementDocument document = DocumentReader.read(body);
        if (!id(id).equals(document.uid())) {
            throw new Refusal(ErrorCode.AGREEMENT_UNREADABLE, "The uid is not that of the address.");
        }
        return view(desk.redraft(document, by()), null);
    }

    @GET
    @Authenticated
    @Operation(summary = "Every agreement, by id")
    public List<AgreementView> all() {
        return desk.all().stream().map(a -> view(a, null)).toList();
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One agreement, also in plain language")
    public AgreementView one(@RestPath String id) {
        return view(desk.required(id(id)), null);
    }

    @POST
    @Path("/{id}/activate")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Bring a draft into force; answered when every enforcer works by it")
    public AgreementView activate(@RestPath String id) {
        Agreement agreement = desk.activate(id(id), by());
        return view(agreement, desk.receipt(agreement));
    }

    @POST
    @Path("/{id}/revoke")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Revoke",
            description = "Answered when every enforcer has confirmed: after the answer not one record more is shared."
                    + " Where that takes too long the answer is the problem receipt-pending, and asking again is safe.")
    public SignedReceipt revoke(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Revocation.class))) String body) {
        return desk.receipt(desk.revoke(id(id), Revocation.read(body).reason(), by()));
    }

    private AgreementView view(Agreement agreement, SignedReceipt receipt) {
        return AgreementView.of(agreement, desk.feedOf(agreement), receipt);
    }

    private String by() {
        return caller.getPrincipal().getName();
    }

    private static AgreementId id(String id) {
        try {
            return new AgreementId(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ErrorCode.UNKNOWN_AGREEMENT, e.getMessage());
        }
    }
}
