package org.weir.consent.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.topic.Json;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.consent.transform.Pseudonymise;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;

/**
 * Agreements and feeds as scenario files say them: what is left out is as agreements usually are. They reach the
 * enforcer as the bytes of the topic, so that a term that is not known is met where it would be.
 */
final class GivenAgreements implements PseudonymKeys {
    static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
    /** Words that are no terms of the document, or are said in another way there. */
    private static final Set<String> SAID_OTHERWISE = Set.of(
            "id",
            "is",
            "ended",
            "epoch",
            "key",
            "keyEpoch",
            "from",
            "to",
            "feed",
            "except",
            "fields",
            "where",
            "recordsFrom",
            "recordsUntil",
            "within",
            "obligations",
            "begins",
            "ends");

    private final Map<FeedId, KnownFeed> feeds = new LinkedHashMap<>();
    private final Set<String> keyless = new HashSet<>();
    private long epoch;

    FeedDirectory feeds(JsonNode given) {
        Iterator<JsonNode> named = given.path("feeds").elements();
        feeds.put(FEED, known(FEED));
        named.forEachRemaining(each -> feeds.put(FeedId.of(each.asText()), known(FeedId.of(each.asText()))));
        return feed -> Optional.ofNullable(feeds.get(feed));
    }

    Map<FeedId, KnownFeed> all() {
        return Map.copyOf(feeds);
    }

    @Override
    public Optional<byte[]> find(AgreementId agreement, String purpose, int keyEpoch) {
        return keyless.contains(agreement.value()) ? Optional.empty() : Optional.of(key(agreement.value(), keyEpoch));
    }

    /** The change as the enforcer hears of it. */
    HeardAgreement heard(JsonNode said) {
        String id = said.path("id").asText();
        if (said.path("key").asText().equals("missing")) {
            keyless.add(id);
        }
        epoch = Math.max(epoch + 1, said.path("epoch").asLong(0));
        String state = said.path("is").asText("active");
        if (state.equals("taken away")) {
            return HeardAgreement.of(id, null);
        }
        ObjectNode record = Json.STRICT.createObjectNode();
        record.put("epoch", said.path("epoch").asLong(epoch));
        record.put("state", state.toUpperCase(Locale.ROOT).replace(' ', '_'));
        if (said.has("ended")) {
            record.put("endedAs", said.path("ended").asText().toUpperCase(Locale.ROOT));
        }
        record.put("keyEpoch", said.path("keyEpoch").asInt(1));
        record.set("document", document(id, said));
        record.put("changedAt", "2026-01-01T00:00:00Z");
        record.put("changedBy", "dana");
        return HeardAgreement.of(id, Json.bytes(record));
    }

    static String pseudonym(String agreement, String vehicle, int keyEpoch) {
        byte[] value = vehicle.getBytes(StandardCharsets.UTF_8);
        byte[] quoted = new Pseudonymise(key(agreement, keyEpoch), "vehicle.id")
                .writer()
                .rewrite(value, 0, value.length);
        return new String(quoted, 1, quoted.length - 2, StandardCharsets.UTF_8);
    }

    private static ObjectNode document(String id, JsonNode said) {
        ObjectNode document = Json.STRICT.createObjectNode();
        document.put("uid", id);
        document.put("version", 1);
        document.put("profile", "https://weir.dev/profile/1");
        document.put("title", id);
        document.put("assigner", said.path("from").asText("riverton-transit"));
        document.put("assignee", said.path("to").asText("city-planning"));
        document.put("authority", "Riverton Code 12.3");
        document.put("purpose", "transit-planning");
        document.put("retentionDays", 30);
        set(document, "effectiveFrom", said.path("begins"));
        set(document, "expires", said.path("ends"));
        document.set("target", target(said));
        document.set("obligations", obligations(said.path("obligations")));
        said.fields().forEachRemaining(each -> {
            if (!SAID_OTHERWISE.contains(each.getKey())) {
                document.set(each.getKey(), each.getValue());
            }
        });
        return document;
    }

    private static ObjectNode target(JsonNode said) {
        ObjectNode target = Json.STRICT.createObjectNode();
        if (!said.path("feed").asText().equals("every")) {
            target.put("feed", said.path("feed").asText(FEED.value()));
        }
        set(target, "except", said.path("except"));
        target.put("contractVersion", CONTRACT.version());
        set(target, "fields", said.path("fields"));
        ObjectNode refinement = Json.STRICT.createObjectNode();
        for (String term : new String[] {"where", "recordsFrom", "recordsUntil", "within"}) {
            set(refinement, term, said.path(term));
        }
        if (!refinement.isEmpty()) {
            target.set("refinement", refinement);
        }
        return target;
    }

    /** A map from field to what is done, or a list of {@code {do: …, field: …}} with whatever else the action needs. */
    private static ArrayNode obligations(JsonNode said) {
        ArrayNode obligations = Json.STRICT.createArrayNode();
        if (said.isObject()) {
            said.fields().forEachRemaining(each -> obligations
                    .addObject()
                    .put("action", each.getValue().asText())
                    .put("field", each.getKey()));
            return obligations;
        }
        for (JsonNode each : said) {
            ObjectNode obligation = obligations.addObject();
            ObjectNode with = Json.STRICT.createObjectNode();
            each.fields().forEachRemaining(word -> {
                switch (word.getKey()) {
                    case "do" -> obligation.set("action", word.getValue());
                    case "field" -> obligation.set("field", word.getValue());
                    default -> with.put(word.getKey(), word.getValue().asText());
                }
            });
            if (!with.isEmpty()) {
                obligation.set("with", with);
            }
        }
        return obligations;
    }

    private static void set(ObjectNode into, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            into.set(name, value);
        }
    }

    private static KnownFeed known(FeedId feed) {
        return new KnownFeed(feed, "Buses", "Riverton Transit", CONTRACT, false);
    }

    private static byte[] key(String agreement, int keyEpoch) {
        return Arrays.copyOf((agreement + keyEpoch).getBytes(StandardCharsets.UTF_8), 32);
    }
}
