package org.weir.consent.party;

import java.time.Instant;
import org.weir.consent.agreement.Side;

/**
 * A public key with which a party, or its service, signs.
 *
 * @param side as which kind of party: an agency and a recipient of the same name may be different people
 * @param party the agency's or the recipient's id
 * @param keyId its name: the first 16 hexadecimal digits of the SHA-256 of the public key
 * @param publicKey Ed25519, X.509 SubjectPublicKeyInfo, base64
 * @param use what it signs
 * @param custody whether the hub keeps the secret key for the party
 */
public record PartyKey(
        Side side,
        String party,
        String keyId,
        String publicKey,
        KeyUse use,
        boolean custody,
        Instant registeredAt,
        String registeredBy) {}
