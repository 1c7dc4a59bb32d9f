package org.weir.schemas.agreement;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.RecipientId;

/**
 * The value in the {@code obligations} topic under {@code <agreement>/certificate}: the recipient's word that it holds
 * nothing more of what it received. Headers name a key that the recipient registered for certificates and hold its
 * signature over the value as it stands; one that is not so signed certifies nothing.
 *
 * @param agreement under which agreement
 * @param recipient whose word it is
 * @param epoch the change that demanded it
 * @param destroyed how many were destroyed, by store, e.g. {@code trip_run: 1200}
 * @param certifiedBy the person or the service that says so
 * @param at when it was done
 */
public record DestructionCertificate(
        AgreementId agreement,
        RecipientId recipient,
        long epoch,
        Map<String, Long> destroyed,
        String certifiedBy,
        Instant at) {
    private static final String KEY = "/certificate";

    /** Refuses what lacks a member: one that says not all certifies nothing. */
    public DestructionCertificate {
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(certifiedBy, "certifiedBy");
        Objects.requireNonNull(at, "at");
        destroyed = Map.copyOf(destroyed);
    }

    /** Its key in the topic. */
    public String key() {
        return agreement.value() + KEY;
    }

    /** Whether a key of the topic is that of a certificate. */
    public static boolean isKey(String key) {
        return key.endsWith(KEY);
    }
}
