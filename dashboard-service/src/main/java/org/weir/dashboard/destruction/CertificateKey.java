package org.weir.dashboard.destruction;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.weir.dashboard.DashboardConfig;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.seal.SigningKey;

/** The key with which this dashboard signs certificates of destruction; made on first use and never replaced. */
@Path("/api/v1/certificate-key")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public class CertificateKey {
    private static final String USE = "certificates";

    private final SigningKey key;

    CertificateKey(DashboardConfig config) {
        try {
            Files.createDirectories(
                    config.keystore(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no keystore.", e);
        }
        this.key = SigningKey.open(config.keystore(), USE);
    }

    /**
     * As it is registered with the hub.
     *
     * @param publicKey Ed25519, X.509 SubjectPublicKeyInfo, base64
     */
    public record Published(String keyId, String use, String publicKey) {}

    @GET
    @PermitAll
    @Operation(
            summary = "The public key of this dashboard's certificates of destruction; no sign-in",
            description = "The recipient's officer registers it with the hub: POST /parties/{recipient}/keys.")
    public Published published() {
        return new Published(key.id(), USE, key.publicText());
    }

    /** The headers that say that this dashboard says so. */
    List<Header> signs(byte[] value) {
        return List.of(
                new RecordHeader(Headers.KEY_ID, key.id().getBytes(StandardCharsets.UTF_8)),
                new RecordHeader(
                        Headers.SIGNATURE, Seal.sign(value, key.secret()).getBytes(StandardCharsets.UTF_8)));
    }
}
