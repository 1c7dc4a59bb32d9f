package org.weir.dashboard;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/** Signs tokens for tests with a key of this run. */
public final class Tokens {
    static final String ISSUER = "https://test.weir";
    private static final KeyPair KEYS = keys();

    private Tokens() {}

    public static String of(String role) {
        return of(role, 3600);
    }

    /** A token that ends so many seconds from now. */
    public static String of(String role, long seconds) {
        return of(role, seconds, "city-planning");
    }

    static String of(String role, long seconds, String recipient) {
        return Jwt.issuer(ISSUER)
                .subject("pat")
                .upn("pat")
                .claim("name", "Pat Planner")
                .claim("recipient", recipient)
                .groups(Set.of(role))
                .issuedAt(System.currentTimeMillis() / 1000 - 100)
                .expiresAt(System.currentTimeMillis() / 1000 + seconds)
                .sign(KEYS.getPrivate());
    }

    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----";
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
