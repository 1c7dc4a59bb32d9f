package org.weir.consent.agreement.rest;

import io.quarkus.security.Authenticated;
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
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Standing;
import org.weir.consent.agreement.desk.AgreementDesk;
import org.weir.consent.agreement.desk.NegotiationDesk;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** Agreements over HTTP: their texts, and what has become of them. */
@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agreements", description = "What may flow, to whom, for what, until when")
@Blocking
public class AgreementsResource {
    private final AgreementDesk desk;
    private final NegotiationDesk negotiation;
    private final Views views;
    private final Callers callers;

    AgreementsResource(AgreementDesk desk, NegotiationDesk negotiation, Views views, Callers callers) {
        this.desk = desk;
        this.negotiation = negotiation;
        this.views = views;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL})
    @Operation(
            summary = "Write a draft",
            description = "By an officer or counsel of either party; an officer of no party acts for the agency.")
    public Response draft(
            @RequestBody(content = @Content(schema = @Schema(implementation = AgreementDocument.class))) String body) {
        Caller caller = callers.caller();
        Agreement agreement = negotiation.draft(caller, DocumentReader.read(body));
        return Response.created(
                        URI.create("/api/v1/agreements/" + agreement.document().uid()))
                .entity(views.of(agreement, caller))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL})
    @Operation(summary = "Write a draft anew", description = "By the party that wrote it.")
    public AgreementView redraft(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AgreementDocument.class))) String body) {
        AgreementDocument document = DocumentReader.read(body);
        if (!PathId.of(id).equals(document.uid())) {
            throw new Refusal(ErrorCode.AGREEMENT_UNREADABLE, "The uid is not that of the address.");
        }
        Caller caller = callers.caller();
        return views.of(negotiation.redraft(caller, document), caller);
    }

    @POST
    @Path("/{id}/amend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL})
    @Operation(
            summary = "Draft an amendment",
            description =
                    "Of an agreement in force: the next version, between the same parties, about the same feed. It"
                            + " goes the whole course; until both have signed it the version in force counts.")
    public AgreementView amend(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangedText.class))) String body) {
        AgreementDocument document = Body.changedText(body);
        if (document == null) {
            throw new Refusal(ErrorCode.MISSING_FIELD, "The body has no document.");
        }
        Caller caller = callers.caller();
        return views.of(negotiation.amend(caller, PathId.of(id), document), caller);
    }

    @GET
    @Authenticated
    @Operation(
            summary = "The agreements that the caller may read, by id",
            description = "Those of the caller's party or boards; all for auditors, operations and the hub's officer."
                    + " Without receipts.")
    public List<AgreementView> all() {
        return views.of(desk.all(), callers.caller());
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(summary = "One agreement, also in plain language, with its receipts")
    public AgreementView one(@RestPath String id) {
        return views.of(desk.required(PathId.of(id)), callers.caller());
    }

    @GET
    @Path("/{id}/versions")
    @Authenticated
    @Operation(summary = "Every version that there has been, oldest first, also those that came to nothing")
    public List<VersionView> versions(@RestPath String id) {
        Agreement agreement = desk.required(PathId.of(id));
        new Standing(callers.caller()).requireReading(agreement);
        return agreement.versions().stream().map(VersionView::of).toList();
    }
}
