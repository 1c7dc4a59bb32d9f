package org.weir.consent.receipt;

/**
 * A public key of the hub.
 *
 * @param keyId its name: the first 16 hexadecimal digits of the SHA-256 of the key as published
 * @param use what it signs
 * @param algorithm how
 * @param publicKey the key as X.509 SubjectPublicKeyInfo, base64
 */
public record PublishedKey(String keyId, String use, String algorithm, String publicKey) {}
