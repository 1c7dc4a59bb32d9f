package org.weir.consent.receipt.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.consent.keystore.SigningKey;
import org.weir.consent.receipt.PublishedKey;
import org.weir.consent.receipt.ReceiptSeal;

/** The hub's public keys. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys", description = "With which anybody checks what the hub signed")
public class KeysResource {
    private final SigningKey hub;

    KeysResource(SigningKey hub) {
        this.hub = hub;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The hub's public keys; no sign-in",
            description = "A receipt is checked so: take its member receipt in the JCS form (RFC 8785) and verify the"
                    + " Ed25519 signature with the key of its keyId.")
    public List<PublishedKey> keys() {
        return List.of(new PublishedKey(hub.id(), "receipts", ReceiptSeal.ALGORITHM, hub.publicText()));
    }
}
