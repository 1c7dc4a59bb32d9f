package org.weir.schemas.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * An Ed25519 key pair in one file of the keystore, as two PEM blocks, readable by the owner alone. It is made on first
 * use and never replaced: what it signed must stay checkable. Whoever has used it before asks first whether it is there.
 *
 * @param id the key's name: the first 16 hexadecimal digits of the SHA-256 of the public key
 */
public record SigningKey(String id, PrivateKey secret, PublicKey open) {
    private static final String ALGORITHM = "Ed25519";
    private static final String SECRET = "PRIVATE KEY";
    private static final String OPEN = "PUBLIC KEY";

    /** The key of that name; empty where there is none. */
    public static Optional<SigningKey> find(Path directory, String name) {
        return Files.exists(file(directory, name)) ? Optional.of(open(directory, name)) : Optional.empty();
    }

    /**
     * The key of that name; made where it is missing. Two processes that try at once end with the same.
     *
     * @param name letters, digits, dots and hyphens
     */
    public static SigningKey open(Path directory, String name) {
        Path file = file(directory, name);
        try {
            if (!Files.exists(file)) {
                make(directory, file);
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A signing key cannot be kept: " + name, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("A signing key cannot be read: " + name, e);
        }
    }

    /** The public key as X.509 SubjectPublicKeyInfo, base64. */
    public String publicText() {
        return Base64.getEncoder().encodeToString(open.getEncoded());
    }

    /** Reads a public key of that form. */
    public static PublicKey publicKey(String text) throws GeneralSecurityException {
        return Seal.publicKey(text);
    }

    /** A public key's name. */
    public static String idOf(PublicKey key) {
        return Seal.keyId(key);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }

    private static Path file(Path directory, String name) {
        return directory.resolve(name + ".ed25519");
    }

    private static void make(Path directory, Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Path written = Files.createTempFile(
                directory,
                "new-",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    written,
                    pem(SECRET, pair.getPrivate().getEncoded())
                            + pem(OPEN, pair.getPublic().getEncoded()));
            // A link appears whole or not at all, and never replaces a key that is there.
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // Somebody else made it first.
        } finally {
            Files.delete(written);
        }
    }

    private static SigningKey read(String pem) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        PublicKey open = keys.generatePublic(new X509EncodedKeySpec(block(pem, OPEN)));
        return new SigningKey(idOf(open), keys.generatePrivate(new PKCS8EncodedKeySpec(block(pem, SECRET))), open);
    }

    private static String pem(String what, byte[] der) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private static byte[] block(String pem, String what) {
        String begin = "-----BEGIN " + what + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + what + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("No " + what + " in it.");
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }
}
