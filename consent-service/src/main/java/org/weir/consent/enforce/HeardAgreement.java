package org.weir.consent.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.id.FeedId;

/**
 * A record of the topic {@code agreements} as far as it can be understood. Of one that cannot be read nothing is believed
 * but what withholds more: not its epoch, after which every change to come would be an old one.
 *
 * @param id the record's key
 * @param record null where it cannot be read to its last term
 * @param gone whether the agreement was taken away
 * @param feed which it names, where that can be made out
 */
record HeardAgreement(String id, AgreementRecord record, boolean gone, FeedId feed) {
    private static final Logger LOG = Logger.getLogger(HeardAgreement.class);

    static HeardAgreement of(String id, byte[] value) {
        if (value == null) {
            return new HeardAgreement(id, null, true, null);
        }
        try {
            AgreementRecord record = Json.STRICT.readValue(value, AgreementRecord.class);
            if (record.state() == null || !record.document().uid().value().equals(id)) {
                throw new IllegalArgumentException("The record is not that of its key.");
            }
            FeedId named = record.document().runs() ? record.document().target().feed() : null;
            return new HeardAgreement(id, record, false, named);
        } catch (IOException | RuntimeException e) {
            LOG.errorf("An agreement cannot be read; everything under it is withheld; agreement=%s", id);
            return guess(id, value);
        }
    }

    private static HeardAgreement guess(String id, byte[] value) {
        try {
            JsonNode tree = Json.TOLERANT.readTree(value);
            String feed = tree.path("document").path("target").path("feed").asText("");
            return new HeardAgreement(id, null, false, feed(feed));
        } catch (IOException e) {
            return new HeardAgreement(id, null, false, null);
        }
    }

    private static FeedId feed(String text) {
        try {
            return FeedId.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
