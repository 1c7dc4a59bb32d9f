package org.weir.consent.agreement;

import java.time.Instant;

/**
 * A party's signature. It was verified before it became part of the agreement.
 *
 * @param by who signed for the party
 * @param keyId which of the party's registered keys
 * @param hash what was signed: the content hash of the version, e.g. {@code sha256:…}
 * @param signature Ed25519 over the UTF-8 bytes of the hash, base64
 */
public record Signature(Side party, String by, String keyId, Instant at, String hash, String signature) {}
