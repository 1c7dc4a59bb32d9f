package org.weir.consent.receipt.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.weir.consent.keystore.HubKeys;
import org.weir.consent.keystore.KeyMemory;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.receipt.PublishedKey;
import org.weir.consent.receipt.ReceiptSeal;
import org.weir.schemas.seal.SigningKey;

/** The hub's public keys. */
@Path("/api/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys", description = "With which anybody checks what the hub signed")
public class KeysResource {
    private final HubKeys hub;
    private final PublicKey ledger;

    KeysResource(HubKeys hub, LedgerSigner ledger) {
        this.hub = hub;
        this.ledger = ledger.key().publicKey();
    }

    @GET
    @PermitAll
    @Operation(
            summary = "The hub's public keys; no sign-in",
            description =
                    "The key for receipts that counts now comes first, earlier ones behind it. A receipt is checked so: take its member receipt in the JCS form (RFC 8785) and verify the"
                            + " Ed25519 signature with the key of its keyId. Checkpoints of the ledger are C2SP signed notes;"
                            + " /ledger/key has their key in that form.")
    public List<PublishedKey> keys() {
        List<PublishedKey> keys = new ArrayList<>();
        for (KeyMemory.Known each : hub.everForReceipts()) {
            keys.add(new PublishedKey(each.id(), "receipts", ReceiptSeal.ALGORITHM, each.publicKey()));
        }
        keys.add(new PublishedKey(
                SigningKey.idOf(ledger),
                "ledger",
                ReceiptSeal.ALGORITHM,
                Base64.getEncoder().encodeToString(ledger.getEncoded())));
        return keys;
    }
}
