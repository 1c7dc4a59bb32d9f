package org.weir.local.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.weir.local.plan.Place;

/**
 * Signs tokens for this machine. A deployment has an OIDC issuer in its place.
 *
 * @param key signs
 * @param clock tells when a token begins
 * @param name the issuer, as tokens say it
 */
public record Issuer(PrivateKey key, Clock clock, String name) {

    /** A working day with its evening; after that {@code up} is run again. */
    private static final Duration VALID = Duration.ofHours(12);

    private static final int KEY_BITS = 2048;
    private static final int PEM_LINE = 64;

    /** Reads the key pair of an earlier run, or makes one. */
    public static Issuer in(Place place, Clock clock, String name) throws IOException, GeneralSecurityException {
        if (Files.exists(place.issuerKey()) && Files.exists(place.issuerPublicKey())) {
            byte[] bytes = decode(Files.readString(place.issuerKey()));
            return new Issuer(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes)), clock, name);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        writeSecret(place.issuerKey(), encode("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(
                place.issuerPublicKey(), encode("PUBLIC KEY", pair.getPublic().getEncoded()));
        return new Issuer(pair.getPrivate(), clock, name);
    }

    /** A token for somebody of this machine. */
    public String token(LocalPerson person) throws GeneralSecurityException {
        NumericDate now = NumericDate.fromSeconds(clock.instant().getEpochSecond());
        NumericDate end = NumericDate.fromSeconds(clock.instant().plus(VALID).getEpochSecond());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(name);
        claims.setSubject(person.id());
        claims.setGeneratedJwtId();
        claims.setIssuedAt(now);
        claims.setExpirationTime(end);
        claims.setStringClaim("upn", person.id() + "@local");
        claims.setStringClaim("name", person.name());
        claims.setStringListClaim("groups", person.role());
        person.agency().ifPresent(agency -> claims.setStringClaim("agency", agency));
        person.recipient().ifPresent(recipient -> claims.setStringClaim("recipient", recipient));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new GeneralSecurityException("The token cannot be signed", e);
        }
    }

    /** Writes a file that only its owner may read, from its first byte on. */
    public static void writeSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String encode(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    private static byte[] decode(String pem) {
        StringBuilder body = new StringBuilder();
        pem.lines().filter(line -> !line.startsWith("-----")).forEach(body::append);
        return Base64.getDecoder().decode(body.toString());
    }
}
