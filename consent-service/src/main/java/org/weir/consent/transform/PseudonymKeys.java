package org.weir.consent.transform;

import java.util.Optional;
import org.weir.schemas.id.AgreementId;

/** Where the secret keys of pseudonyms come from: outside the database, one for each agreement, purpose and key epoch. */
@FunctionalInterface
public interface PseudonymKeys {
    /** The key epoch of an agreement that has not rotated its keys. */
    int FIRST_EPOCH = 1;

    /** The key, 32 bytes, or empty where there is none: then nothing may flow, for a new key would be another name. */
    Optional<byte[]> find(AgreementId agreement, String purpose, int keyEpoch);
}
