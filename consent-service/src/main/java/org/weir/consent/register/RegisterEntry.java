package org.weir.consent.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.weir.consent.agreement.PlainLanguage;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.ledger.DailyCount;
import org.weir.consent.odrl.Odrl;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Purpose;

/**
 * One agreement of the register: what its parties signed and what became of it. It holds nothing of who signed, voted or
 * commented, and nothing of a record but how many there were.
 *
 * @param document what was signed
 * @param json the same as JSON
 * @param state where it stands
 * @param endedAs in which state sharing ended, or null
 * @param since when it came to stand so
 * @param words what its feed calls its fields, and where its days begin
 * @param daily how much was shared and withheld, by day
 */
public record RegisterEntry(
        AgreementDocument document,
        JsonNode json,
        AgreementState state,
        AgreementState endedAs,
        Instant since,
        Wording words,
        List<DailyCount> daily) {
    private static final String ID = "https://weir.dev/id/";

    public RegisterEntry {
        daily = List.copyOf(daily);
    }

    ObjectNode written() {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("@id", ID + "agreement/" + document.uid()).put("@type", "Dataset");
        entry.put("identifier", document.uid().value()).put("title", document.title());
        entry.put("tier", document.tier().name()).put("state", state.name());
        if (endedAs != null) {
            entry.put("endedAs", endedAs.name());
        }
        entry.put("modified", since.toString()).put("hash", ContentHash.of(document));
        agent(entry, "publisher", "agency/" + document.assigner(), words.agency(document));
        agent(entry, "recipient", "recipient/" + document.assignee(), Wording.name(document.assignee()));
        purpose(entry);
        entry.put("authority", document.authority());
        if (document.effectiveFrom() != null) {
            entry.put("effectiveFrom", document.effectiveFrom().toString());
        }
        if (document.expires() != null) {
            entry.put("expires", document.expires().toString());
        }
        target(entry);
        Restrictions.write(entry, document, words);
        ArrayNode sentences = entry.putArray("plainLanguage");
        PlainLanguage.of(document, words).forEach(sentences::add);
        entry.set("hasPolicy", Odrl.write(json));
        daily(entry);
        return entry;
    }

    private static void agent(ObjectNode entry, String term, String id, String name) {
        entry.putObject(term).put("@id", ID + id).put("@type", "Agent").put("name", name);
    }

    private void purpose(ObjectNode entry) {
        Purpose.of(document.purpose()).ifPresent(purpose -> entry.putObject("purpose")
                .put("@id", "https://weir.dev/purpose/" + purpose.id())
                .put("@type", "Purpose")
                .put("title", purpose.title())
                .put("broader", purpose.dpv()));
    }

    private void target(ObjectNode entry) {
        if (document.target() == null) {
            return;
        }
        entry.put("feed", words.feeds(document));
        ArrayNode fields = entry.putArray("fields");
        document.target().fields().forEach(path -> fields.add(words.field(path)));
    }

    private void daily(ObjectNode entry) {
        ArrayNode days = entry.putArray("daily");
        for (DailyCount each : daily) {
            days.addObject()
                    .put("date", each.day().toString())
                    .put("feed", each.feed().value())
                    .put("shared", each.shared())
                    .put("withheld", each.withheld());
        }
    }
}
