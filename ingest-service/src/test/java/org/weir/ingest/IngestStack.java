package org.weir.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.weir.stack.Stack;
import org.weir.stack.TestStack;

/** A real broker, a real database and an issuer of tokens. */
public class IngestStack implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Stack stack = TestStack.shared();
        Path keys = keys();
        return Map.of(
                "kafka.bootstrap.servers", stack.bootstrapServers(),
                "quarkus.datasource.jdbc.url", stack.jdbcUrl("ingest"),
                "quarkus.datasource.reactive.url", stack.reactiveUrl("ingest"),
                "quarkus.datasource.username", stack.user(),
                "quarkus.datasource.password", stack.password(),
                "mp.jwt.verify.publickey.location",
                        keys.resolve("issuer.pub.pem").toUri().toString(),
                "smallrye.jwt.sign.key.location",
                        keys.resolve("issuer.pem").toUri().toString(),
                "quarkus.http.test-port", "0");
    }

    private static Path keys() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            KeyPair pair = rsa.generateKeyPair();
            Path directory = Files.createDirectories(Path.of("target", "issuer").toAbsolutePath());
            write(
                    directory.resolve("issuer.pem"),
                    "PRIVATE KEY",
                    pair.getPrivate().getEncoded());
            write(
                    directory.resolve("issuer.pub.pem"),
                    "PUBLIC KEY",
                    pair.getPublic().getEncoded());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String what, byte[] key) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    @Override
    public void stop() {
        // The stack is shared by all tests and ends with the JVM.
    }
}
