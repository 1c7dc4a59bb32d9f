package org.weir.dashboard.trust;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.seal.Seal;

/**
 * Reads notices that the hub signed. The topic {@code obligations} is written by every recipient: what is not signed, or
 * not so, would let one of them hide another's end, or have its stores purged.
 */
@ApplicationScoped
public class SignedNotices {
    static final String METER = "weir.notices.unverified";

    private static final Logger LOG = Logger.getLogger(SignedNotices.class);

    private final HubKeys keys;
    private final ObjectMapper json;
    private final Counter unverified;

    SignedNotices(HubKeys keys, ObjectMapper json, MeterRegistry meters) {
        this.keys = keys;
        this.json = json;
        this.unverified = meters.counter(METER);
    }

    /**
     * The notice that a record is; empty where it is not the hub's word about the agreement of its key, which is counted.
     *
     * @throws IOException where the hub signed what cannot be read here
     * @throws KeysOutOfReach where it cannot be told for now whose word it is
     */
    Optional<AgreementNotice> read(ConsumerRecord<byte[], byte[]> record) throws IOException {
        String keyId = header(record, Headers.KEY_ID);
        String signature = header(record, Headers.SIGNATURE);
        if (record.key() == null || keyId == null || signature == null) {
            return passedOver(record, "It is not signed.");
        }
        Optional<PublicKey> key = keys.find(keyId);
        if (key.isEmpty() || !Seal.verifies(record.value(), signature, key.get())) {
            return passedOver(record, "It is not the hub's signature.");
        }
        AgreementNotice notice = json.readValue(record.value(), AgreementNotice.class);
        String agreement = new String(record.key(), StandardCharsets.UTF_8);
        if (!notice.document().uid().value().equals(agreement)) {
            return passedOver(record, "It stands under another agreement's key.");
        }
        return Optional.of(notice);
    }

    private Optional<AgreementNotice> passedOver(ConsumerRecord<byte[], byte[]> record, String why) {
        unverified.increment();
        LOG.warnf("A notice at offset=%d says nothing: %s", record.offset(), why);
        return Optional.empty();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
