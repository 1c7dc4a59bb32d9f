package org.weir.consent;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.weir.schemas.http.Roles;

/** Signs tokens for tests with a key of this run. */
public final class Tokens {
    static final String ISSUER = "https://test.weir";
    private static final KeyPair KEYS = keys();

    private Tokens() {}

    public static String dataOfficer() {
        return of("dana.officer", Roles.DATA_OFFICER);
    }

    /** An officer of whoever receives the data. */
    public static String recipientOfficer(String recipient) {
        return of("rita.recipient", Set.of(Roles.DATA_OFFICER), Map.of("recipient", recipient));
    }

    public static String of(String subject, String role) {
        return claims(subject, role).sign(KEYS.getPrivate());
    }

    /** With claims, e.g. {@code agency} or {@code recipient}. */
    public static String of(String subject, Set<String> roles, Map<String, String> claims) {
        JwtClaimsBuilder builder = claims(subject, Roles.PLANNER).groups(roles);
        claims.forEach(builder::claim);
        return builder.sign(KEYS.getPrivate());
    }

    public static String publisher(String agency) {
        return claims("pat.publisher", Roles.PUBLISHER).claim("agency", agency).sign(KEYS.getPrivate());
    }

    static String publicKey() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----";
    }

    private static JwtClaimsBuilder claims(String subject, String role) {
        return Jwt.issuer(ISSUER)
                .subject(subject)
                .upn(subject)
                .groups(Set.of(role))
                .expiresIn(3600);
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
