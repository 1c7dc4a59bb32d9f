package org.weir.consent.agreement.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.envelope.Headers;

/**
 * A certificate as it stands in the topic {@code obligations}.
 *
 * @param certificate what it says
 * @param value its bytes
 * @param signature over these bytes, base64; empty where there is none
 */
record SealedCertificate(DestructionCertificate certificate, byte[] value, String signature) {
    /** Whether a record is meant to be one. */
    static boolean isOne(ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null && record.value() != null && DestructionCertificate.isKey(key(record));
    }

    /** Empty for what cannot be read, or stands under another agreement's key. */
    static Optional<SealedCertificate> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            DestructionCertificate certificate = Json.TOLERANT.readValue(record.value(), DestructionCertificate.class);
            return certificate != null && key(record).equals(certificate.key())
                    ? Optional.of(new SealedCertificate(certificate, record.value(), signature(record)))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String signature(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Headers.SIGNATURE);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
