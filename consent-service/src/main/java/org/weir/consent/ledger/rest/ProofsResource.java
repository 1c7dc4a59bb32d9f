package org.weir.consent.ledger.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.store.CheckpointStore;
import org.weir.consent.ledger.store.LedgerProofs;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What anybody may hold the ledger to: signed sizes and roots, and proofs between them. Hashes and counts, no entry. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger", description = "What became of every record")
@Blocking
public class ProofsResource {
    private final CheckpointStore checkpoints;
    private final LedgerProofs proofs;
    private final LedgerSigner signer;

    ProofsResource(CheckpointStore checkpoints, LedgerProofs proofs, LedgerSigner signer) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.signer = signer;
    }

    /** The newest checkpoint; the note is what is signed, the rest says the same. Hashes are base64. */
    public record SignedHead(String origin, long size, String root, Instant at, String note, String key) {}

    /** Hashes are base64. */
    public record Inclusion(long index, long size, String leafHash, String root, List<String> path) {}

    /** Hashes are base64. */
    public record Consistency(long from, long to, String fromRoot, String toRoot, List<String> path) {}

    @GET
    @Path("/checkpoint")
    @PermitAll
    @Operation(summary = "The newest signed checkpoint", description = "As text: the signed note alone.")
    public SignedHead checkpoint() {
        Checkpoint newest = newest();
        return new SignedHead(
                newest.origin(),
                newest.size(),
                newest.root(),
                newest.at(),
                newest.note(),
                signer.key().text());
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(hidden = true)
    public String note() {
        return newest().note();
    }

    @GET
    @Path("/key")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    @Operation(summary = "The public key that checkpoints are signed with, as a line for verifiers")
    public String key() {
        return signer.key().text() + "\n";
    }

    @GET
    @Path("/proofs/inclusion")
    @PermitAll
    @Operation(summary = "That a leaf stands at its place in the tree of a size; the newest signed size by default")
    public Inclusion inclusion(@RestQuery Long index, @RestQuery Long size) {
        long signed = newest().size();
        long of = size == null ? signed : size;
        if (index == null || index < 0 || of > signed || index >= of) {
            throw new Refusal(
                    ErrorCode.MALFORMED_REQUEST,
                    "Give an index below the size, and a size of at most " + signed + ", which is signed.");
        }
        LedgerProofs.Inclusion proof = proofs.inclusion(index, of);
        return new Inclusion(
                proof.index(), proof.size(), base64(proof.leaf()), base64(proof.root()), base64(proof.path()));
    }

    @GET
    @Path("/proofs/consistency")
    @PermitAll
    @Operation(
            summary = "That the tree of one size is the beginning of the tree of another; the newest signed by default")
    public Consistency consistency(@RestQuery Long from, @RestQuery Long to) {
        long signed = newest().size();
        long until = to == null ? signed : to;
        if (from == null || from < 0 || until > signed || from > until) {
            throw new Refusal(
                    ErrorCode.MALFORMED_REQUEST,
                    "Give two sizes in order, the larger of at most " + signed + ", which is signed.");
        }
        LedgerProofs.Consistency proof = proofs.consistency(from, until);
        return new Consistency(
                proof.from(), proof.to(), base64(proof.fromRoot()), base64(proof.toRoot()), base64(proof.path()));
    }

    private Checkpoint newest() {
        return checkpoints
                .newest(signer.key().name())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The ledger has no leaf yet."));
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(ProofsResource::base64).toList();
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
