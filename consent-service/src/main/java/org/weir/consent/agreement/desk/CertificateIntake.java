package org.weir.consent.agreement.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * Takes certificates one by one. What certifies nothing, because it cannot be read, is not signed by its recipient, or is of
 * another recipient than the agreement's, is passed over, told and counted, so that it holds up no other.
 */
final class CertificateIntake {
    static final String UNREADABLE = "weir.destruction.unreadable";
    static final String REFUSED = "weir.destruction.refused";

    private static final Logger LOG = Logger.getLogger(CertificateIntake.class);

    private final Registered registered;
    private final Consumer<DestructionCertificate> desk;
    private final Counter unreadable;
    private final Counter refused;

    /** Whether a recipient's service signed these bytes, with a key that its recipient registered for certificates. */
    interface Registered {
        boolean signed(String recipient, byte[] bytes, String signature);
    }

    /** @param desk keeps what is certified, or refuses it */
    CertificateIntake(Registered registered, Consumer<DestructionCertificate> desk, MeterRegistry meters) {
        this.registered = registered;
        this.desk = desk;
        this.unreadable = meters.counter(UNREADABLE);
        this.refused = meters.counter(REFUSED);
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        if (!SealedCertificate.isOne(record)) {
            return;
        }
        Optional<SealedCertificate> read = SealedCertificate.read(record);
        if (read.isPresent()) {
            take(read.get());
        } else {
            unreadable.increment();
            LOG.warnf("A certificate cannot be read and certifies nothing; key=%s", SealedCertificate.key(record));
        }
    }

    private void take(SealedCertificate sealed) {
        DestructionCertificate certificate = sealed.certificate();
        // By whom it says it is; that this is the agreement's own recipient is the command's to ask.
        if (!registered.signed(certificate.recipient().value(), sealed.value(), sealed.signature())) {
            refuse(certificate, "No key signed it that its recipient registered for certificates.");
            return;
        }
        try {
            desk.accept(certificate);
        } catch (Refusal refusal) {
            if (refusal.error() == ErrorCode.UNAVAILABLE) {
                // The topic is read again from its beginning until what it says can be kept.
                throw refusal;
            }
            refuse(certificate, refusal.getMessage());
        }
    }

    private void refuse(DestructionCertificate certificate, String why) {
        refused.increment();
        LOG.warnf("A certificate is not taken; agreement=%s: %s", certificate.agreement(), why);
    }
}
