package org.weir.consent.transform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Lets the records of a share of all subjects flow: those whose HMAC-SHA-256, taken as a fraction, lies below the share.
 * The same subject is always in or always out, for as long as the key lives; whoever is in a smaller share is in a
 * larger one. A record that names no subject is withheld.
 */
public final class Sample implements RecordStep {
    /** No field can have this name in a contract, so that the sample tells nothing of pseudonyms. */
    private static final String DOMAIN = "\1sample";

    private static final BigDecimal WHOLE = new BigDecimal(BigInteger.ONE.shiftLeft(64));

    private final byte[] key;
    private final String subject;
    private final long below;

    /**
     * A sample under one agreement.
     *
     * @param key the secret, 32 bytes
     * @param subject the path of the field that says which entity a record is about
     * @param share more than 0, less than 1
     */
    public Sample(byte[] key, String subject, BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("A sample's share lies between 0 and 1.");
        }
        this.key = key.clone();
        this.subject = subject;
        this.below = share.multiply(WHOLE).toBigInteger().longValue();
    }

    @Override
    public List<String> reads() {
        return List.of(subject);
    }

    @Override
    public Worker worker() {
        KeyedCodes codes = new KeyedCodes(key, DOMAIN, this::in);
        NormalText normal = new NormalText();
        Optional<ReasonCode> out = Optional.of(ReasonCode.SAMPLED_OUT);
        Optional<ReasonCode> nobody = Optional.of(ReasonCode.SCOPE_UNKNOWN);
        return record -> {
            if (!record.has(0)) {
                return nobody;
            }
            normal.take(record.bytes(0), record.from(0), record.to(0));
            return codes.of(normal.bytes(), normal.from(), normal.to())[0] == 1 ? Worker.PASSES : out;
        };
    }

    private byte[] in(byte[] digest) {
        long fraction = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            fraction = fraction << 8 | digest[i] & 0xff;
        }
        return new byte[] {(byte) (Long.compareUnsigned(fraction, below) < 0 ? 1 : 0)};
    }
}
