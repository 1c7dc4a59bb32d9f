package org.weir.consent.ledger.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key as C2SP's signed-note writes it: {@code <name>+<id, 8 hex digits>+<base64 of 0x01 ‖ 32 bytes>}. The id is
 * the beginning of SHA-256 over {@code name ‖ newline ‖ 0x01 ‖ key}.
 *
 * @param name whose key; no spaces, no plus sign
 * @param raw the 32 bytes of the Ed25519 key
 */
public record VerifierKey(String name, byte[] raw) {
    static final int ID_BYTES = 4;

    private static final int RAW_BYTES = 32;
    private static final byte ED25519 = 1;
    /** What stands before the 32 bytes in an X.509 key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public VerifierKey {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '+' || c > '~')) {
            throw new IllegalArgumentException("A ledger's name has no spaces and no plus sign.");
        }
        if (raw.length != RAW_BYTES) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes.");
        }
        raw = raw.clone();
    }

    @Override
    public byte[] raw() {
        return raw.clone();
    }

    public static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509.length + RAW_BYTES
                || !Arrays.equals(X509, 0, X509.length, encoded, 0, X509.length)) {
            throw new IllegalArgumentException("This is not an Ed25519 key.");
        }
        return new VerifierKey(name, Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    /** Reads the one-line form; strict, so that what reads back is what was written. */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A public key is written name+id+key.");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != RAW_BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("The public key is not an Ed25519 key.");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.text().equals(text)) {
            throw new IllegalArgumentException("The public key's id is not that of its name and key.");
        }
        return key;
    }

    /** The one-line form. */
    public String text() {
        return name
                + '+'
                + HexFormat.of().formatHex(id())
                + '+'
                + Base64.getEncoder().encodeToString(typed());
    }

    /** Four bytes that say which key signed. */
    byte[] id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + '\n').getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    /** The key as Java has it. */
    public PublicKey publicKey() {
        byte[] encoded = Arrays.copyOf(X509, X509.length + RAW_BYTES);
        System.arraycopy(raw, 0, encoded, X509.length, RAW_BYTES);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The public key is not a point of the curve.", e);
        }
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private byte[] typed() {
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        typed.write(ED25519);
        typed.writeBytes(raw);
        return typed.toByteArray();
    }
}
