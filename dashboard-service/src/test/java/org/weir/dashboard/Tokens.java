package org.weir.dashboard;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
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
        return signed(Set.of(role), seconds, Map.of("recipient", recipient));
    }

    /** A token that says of no recipient that it is theirs. */
    static String ofNobody(String... roles) {
        return signed(Set.of(roles), 3600, Map.of());
    }

    private static String signed(Set<String> roles, long seconds, Map<String, Object> claims) {
        return Jwt.claims(claims)
                .issuer(ISSUER)
                .subject("pat")
                .upn("pat")
                .claim("name", "Pat Planner")
                .groups(roles)
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
