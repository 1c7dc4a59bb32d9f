package org.weir.consent.agreement.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.desk.NegotiationDesk;
import org.weir.consent.agreement.desk.SigningDesk;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The moves of two parties over HTTP, from a draft to both signatures. Each answers the agreement after it. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "negotiation", description = "The moves of two parties, from a draft to both signatures")
@Blocking
public class NegotiationResource {
    private final NegotiationDesk desk;
    private final SigningDesk signing;
    private final Views views;
    private final Callers callers;

    NegotiationResource(NegotiationDesk desk, SigningDesk signing, Views views, Callers callers) {
        this.desk = desk;
        this.signing = signing;
        this.views = views;
        this.callers = callers;
    }

    /** What is sent to refuse. */
    public record Reason(String reason) {}

    /** What is sent to remark something. */
    public record Text(String text) {}

    /** What is sent to sign: nothing, or a signature made outside. */
    public record SignatureMade(String keyId, String signature) {}

    @POST
    @Path("/request")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Ask for it, as the recipient", description = "A draft, or in answer to an offer.")
    public AgreementView request(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangedText.class))) String body) {
        AgreementDocument changed = Body.changedText(body);
        return answer(caller -> desk.request(caller, PathId.of(id), changed));
    }

    @POST
    @Path("/offer")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Offer it, as the agency", description = "A draft, or in answer to a request.")
    public AgreementView offer(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ChangedText.class))) String body) {
        AgreementDocument changed = Body.changedText(body);
        return answer(caller -> desk.offer(caller, PathId.of(id), changed));
    }

    @POST
    @Path("/accept")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Take what the other party asked or offered",
            description = "Where the text names a review board, the board looks at it next; else both sign.")
    public AgreementView accept(@RestPath String id) {
        return answer(caller -> desk.accept(caller, PathId.of(id)));
    }

    @POST
    @Path("/refuse")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(summary = "Not want it", description = "By either party, before both have signed.")
    public AgreementView refuse(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class))) String body) {
        Reason reason = Body.read(body, Reason.class, new Reason(""));
        return answer(caller -> desk.refuse(caller, PathId.of(id), reason.reason()));
    }

    @POST
    @Path("/comments")
    @RolesAllowed({Roles.DATA_OFFICER, Roles.COUNSEL, Roles.REVIEWER, Roles.AUDITOR})
    @Operation(summary = "Remark something; whoever reads the agreement reads it")
    public AgreementView comment(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = Text.class))) String body) {
        String text = Body.required(Body.read(body, Text.class, new Text(null)).text(), "text");
        return answer(caller -> desk.comment(caller, PathId.of(id), text));
    }

    @POST
    @Path("/sign")
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Sign for a party: the recipient first, then the agency",
            description = "Without a body, with the key that the hub keeps for the party. Else with the name of a"
                    + " registered key and an Ed25519 signature, base64, over the UTF-8 bytes of the version's hash."
                    + " Where the second signature comes after the agreement's first second, it is in force with the"
                    + " answer.")
    public AgreementView sign(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = SignatureMade.class))) String body) {
        SignatureMade made = Body.read(body, SignatureMade.class, new SignatureMade(null, null));
        if ((made.keyId() == null) != (made.signature() == null)) {
            throw new Refusal(
                    ErrorCode.MISSING_FIELD, "A signature made outside comes with its keyId, and both or none.");
        }
        return answer(caller -> signing.sign(caller, PathId.of(id), made.keyId(), made.signature()));
    }

    private AgreementView answer(Function<Caller, Agreement> move) {
        Caller caller = callers.caller();
        return views.of(move.apply(caller), caller);
    }
}
