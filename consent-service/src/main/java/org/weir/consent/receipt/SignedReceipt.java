package org.weir.consent.receipt;

/**
 * A receipt under the hub's signature.
 *
 * @param receipt what is said
 * @param keyId which of the hub's keys signed it; {@code GET /api/v1/keys} gives that key
 * @param signature Ed25519 over the receipt in its JCS form (RFC 8785), base64
 */
public record SignedReceipt(Receipt receipt, String keyId, String signature) {}
