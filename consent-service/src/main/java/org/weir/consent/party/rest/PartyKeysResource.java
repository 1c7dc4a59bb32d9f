package org.weir.consent.party.rest;

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
import org.weir.consent.agreement.Caller;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.rest.Body;
import org.weir.consent.agreement.rest.Callers;
import org.weir.consent.party.KeyUse;
import org.weir.consent.party.PartyKey;
import org.weir.consent.party.PartySigner;
import org.weir.schemas.http.Roles;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The public keys with which parties sign, over HTTP. */
@Path("/api/v1/parties/{party}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys", description = "The public keys with which parties sign")
@Blocking
public class PartyKeysResource {
    private final PartySigner signer;
    private final Callers callers;

    PartyKeysResource(PartySigner signer, Callers callers) {
        this.signer = signer;
        this.callers = callers;
    }

    /**
     * What is sent to register a key.
     *
     * @param use what it signs: agreements, also where it is left out, or certificates
     */
    public record Form(String publicKey, String use) {}

    @GET
    @Authenticated
    @Operation(summary = "A party's keys, oldest first; none is ever taken away, for what it signed stays signed")
    public List<PartyKey> partyKeys(@RestPath String party) {
        return signer.keysOf(party);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_OFFICER)
    @Operation(
            summary = "Register a key of the caller's own party",
            description =
                    "An Ed25519 public key as X.509 SubjectPublicKeyInfo, base64. From then on the party signs with"
                            + " keys of its own only. With use certificates it is the key of a recipient's own service,"
                            + " which signs certificates of destruction and nothing else.")
    public PartyKey registerKey(
            @RestPath String party,
            @RequestBody(content = @Content(schema = @Schema(implementation = Form.class))) String body) {
        Caller caller = callers.caller();
        Form form = Body.read(body, Form.class, new Form(null, null));
        String key = Body.required(form.publicKey(), "publicKey");
        return signer.register(side(caller, party), party, use(form.use()), key, caller.subject());
    }

    private static KeyUse use(String word) {
        return word == null
                ? KeyUse.AGREEMENTS
                : KeyUse.of(word)
                        .orElseThrow(() ->
                                new Refusal(ErrorCode.MALFORMED_REQUEST, "A key's use is agreements or certificates."));
    }

    /** The hub's officer must not: a party's own key is the party's word that it signs for itself. */
    private static Side side(Caller caller, String party) {
        if (caller.agency() != null && caller.agency().value().equals(party)) {
            return Side.ASSIGNER;
        }
        if (caller.recipient() != null && caller.recipient().value().equals(party)) {
            return Side.ASSIGNEE;
        }
        throw new Refusal(ErrorCode.NOT_ALLOWED, "Only an officer of " + party + " registers its keys.");
    }
}
