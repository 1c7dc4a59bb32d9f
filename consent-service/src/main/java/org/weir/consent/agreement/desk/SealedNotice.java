package org.weir.consent.agreement.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.weir.consent.canonical.CanonicalJson;
import org.weir.consent.topic.Json;
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

    /** The epoch of a notice; empty where the hub did not sign it, or signed it for another agreement. */
    static OptionalLong epoch(ConsumerRecord<byte[], byte[]> record, SigningKey key) {
        Header signature = record.headers().lastHeader(Headers.SIGNATURE);
        if (record.key() == null || record.value() == null || signature == null || signature.value() == null) {
            return OptionalLong.empty();
        }
        if (!Seal.verifies(record.value(), text(signature.value()), key.open())) {
            return OptionalLong.empty();
        }
        JsonNode notice = tree(text(record.value()));
        boolean its = notice.path("document").path("uid").asText().equals(text(record.key()));
        return its ? OptionalLong.of(notice.path("epoch").asLong()) : OptionalLong.empty();
    }

    /** The epoch of a notice as it is kept. Its terms may be of a form that was ours long ago. */
    static long epoch(String notice) {
        return tree(notice).path("epoch").asLong();
    }

    private static JsonNode tree(String notice) {
        try {
            return Json.TOLERANT.readTree(notice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A notice of our own cannot be read.", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
