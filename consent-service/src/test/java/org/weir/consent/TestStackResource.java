package org.weir.consent;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.weir.stack.Stack;
import org.weir.stack.TestStack;

/** Gives the service under test the shared broker and PostgreSQL, the keystore that belongs to them, and a key that its tokens verify by. */
public class TestStackResource implements QuarkusTestResourceLifecycleManager {
    /** A property of the JVM, because resources of different tests are loaded apart. */
    private static final String KEYSTORE = "test.keystore";

    @Override
    public Map<String, String> start() {
        Stack stack = TestStack.shared();
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", stack.bootstrapServers());
        settings.put("quarkus.datasource.reactive.url", stack.reactiveUrl("consent"));
        settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl("consent"));
        settings.put("quarkus.datasource.username", stack.user());
        settings.put("quarkus.datasource.password", stack.password());
        settings.put("mp.jwt.verify.publickey", Tokens.publicKey());
        settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
        settings.put("quarkus.http.test-port", "0");
        settings.put("weir.keystore", keystore());
        // A machine that is busy with building must not lock out its one enforcer.
        settings.put("weir.receipt.patience", "5s");
        settings.put("weir.ledger.origin", "test.weir/" + UUID.randomUUID());
        return settings;
    }

    @Override
    public void stop() {
        // The stack is every test class's; it ends with the JVM.
    }

    private static String keystore() {
        try {
            // One for all, as there is one database, which remembers its keys.
            if (System.getProperty(KEYSTORE) == null) {
                System.setProperty(
                        KEYSTORE, Files.createTempDirectory("weir-keystore").toString());
            }
            return System.getProperty(KEYSTORE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
