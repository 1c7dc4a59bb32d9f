package org.weir.consent.agreement.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.weir.consent.canonical.CanonicalJson;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.seal.Seal;
import org.weir.schemas.seal.SigningKey;
import org.weir.schemas.topic.Topics;

/**
 * A notice as the topic {@code obligations} holds it: its JCS form (RFC 8785), and in headers the hub's signature over
 * exactly those bytes. Recipients write that topic too: what lacks the signature is not the hub's word.
 */
final class SealedNotice {
    private SealedNotice() {}

    /** @param notice its JSON, however spaced */
    static ProducerRecord<String, byte[]> of(String agreement, String notice, SigningKey key) {
        byte[] value = CanonicalJson.ofJson(notice.getBytes(StandardCharsets.UTF_8));
        ProducerRecord<String, byte[]> sealed = new ProducerRecord<>(Topics.OBLIGATIONS.pattern(), agreement, value);
        sealed.headers().add(Headers.KEY_ID, bytes(key.id()));
        sealed.headers().add(Headers.SIGNATURE, bytes(Seal.sign(value, key.secret())));
        return sealed;
    }

    /** The notice that a record is; empty where the hub did not sign it, or signed it for another agreement. */
    static Optional<AgreementNotice> read(ConsumerRecord<byte[], byte[]> record, SigningKey key) {
        Header signature = record.headers().lastHeader(Headers.SIGNATURE);
        if (record.key() == null || record.value() == null || signature == null || signature.value() == null) {
            return Optional.empty();
        }
        if (!Seal.verifies(record.value(), text(signature.value()), key.open())) {
            return Optional.empty();
        }
        try {
            AgreementNotice notice = Json.TOLERANT.readValue(record.value(), AgreementNotice.class);
            boolean its = notice.document().uid().value().equals(text(record.key()));
            return its ? Optional.of(notice) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
