package org.weir.consent.ledger.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.weir.consent.ledger.note.LedgerSigner;
import org.weir.consent.ledger.store.CheckpointStore;
import org.weir.consent.ledger.store.LedgerExport;
import org.weir.consent.ledger.store.LedgerLog;
import org.weir.consent.ledger.tree.TreeHash;
import org.weir.consent.topic.Json;
import org.weir.schemas.http.Roles;
import org.weir.schemas.ledger.Checkpoint;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The entries themselves, for those whom they concern. */
@Path("/api/v1/ledger")
@Tag(name = "ledger", description = "What became of every record")
@Blocking
public class LeavesResource {
    private static final int MOST = 1_000;

    private final LedgerLog log;
    private final LedgerExport export;
    private final CheckpointStore checkpoints;
    private final LedgerSigner signer;
    private final LedgerReaders readers;

    LeavesResource(
            LedgerLog log,
            LedgerExport export,
            CheckpointStore checkpoints,
            LedgerSigner signer,
            LedgerReaders readers) {
        this.log = log;
        this.export = export;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.readers = readers;
    }

    /**
     * One leaf.
     *
     * @param hash base64
     * @param entry the leaf's own text, letter by letter, so that its hash can be computed again; null where the caller may
     *     not read it, or it is no text
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Leaf(long index, String hash, String entry) {}

    @GET
    @Path("/leaves")
    @Produces(MediaType.APPLICATION_JSON)
    @Authenticated
    @Operation(
            summary = "Leaves from an index on; entries of others than the caller's feeds and agreements are left out")
    public List<Leaf> leaves(@RestQuery @DefaultValue("0") long from, @RestQuery @DefaultValue("100") int count) {
        if (from < 0 || count < 1 || count > MOST) {
            throw new Refusal(
                    ErrorCode.MALFORMED_REQUEST, "Give an index of at least 0 and a count of 1 to " + MOST + '.');
        }
        LedgerReaders.Sight sight = readers.sight();
        List<Leaf> leaves = new ArrayList<>();
        long index = from;
        for (byte[] bytes : log.leaves(from, count)) {
            String hash = Base64.getEncoder().encodeToString(TreeHash.leaf(bytes));
            leaves.add(new Leaf(index++, hash, sight.includes(entry(bytes)) ? text(bytes) : null));
        }
        return leaves;
    }

    @GET
    @Path("/export")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Roles.AUDITOR, Roles.DATA_OFFICER, Roles.OPS})
    @Operation(
            summary = "The whole ledger in one file, for deploy/verify-ledger",
            description = "The newest signed checkpoint and every leaf that it covers.")
    public Response export() {
        if (!readers.ofAll()) {
            throw new ForbiddenException();
        }
        Checkpoint newest = checkpoints
                .newest(signer.key().name())
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "The ledger has no leaf yet."));
        StreamingOutput file = out -> export.write(newest, new BufferedOutputStream(out, 1 << 16));
        return Response.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ledger-" + newest.size() + ".weir-ledger\"")
                .build();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static LedgerEntry entry(byte[] bytes) {
        try {
            return Json.TOLERANT.readValue(bytes, LedgerEntry.class);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
