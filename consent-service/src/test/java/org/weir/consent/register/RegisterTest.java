package org.weir.consent.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.ledger.DailyCount;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

class RegisterTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final AgreementDocument BUSES = Documents.buses("buses", FEED);
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void says_who_whom_whatFor_onWhichAuthority_andHowMuch() {
        JsonNode entry = register().get("dataset").get(0);

        assertThat(entry.at("/publisher/name").asText()).isEqualTo("Riverton Transit");
        assertThat(entry.at("/recipient/name").asText()).isEqualTo("City Planning");
        assertThat(entry.at("/purpose/broader").asText()).isEqualTo("dpv:PublicBenefit");
        assertThat(entry.get("authority").asText()).isEqualTo("Riverton Code 12.3");
        assertThat(entry.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(entry.at("/accessRestriction/restrictionNote").asText())
                .startsWith("Only City Planning receives it");
        assertThat(entry.at("/useRestriction/restrictionNote").asText()).startsWith("Only for this purpose: Plan bus");
        assertThat(entry.at("/hasPolicy/@type").asText()).isEqualTo("Agreement");
        assertThat(entry.at("/daily/0/shared").asLong()).isEqualTo(10);
        assertThat(entry.at("/daily/0/withheld").asLong()).isEqualTo(2);
    }

    @Test
    void meansWhatDcat_odrlAndDpvMean_toAProcessorOfJsonLd() throws Exception {
        String expanded = JsonLd.expand(
                        JsonDocument.of(new StringReader(register().toString())))
                .options(offline())
                .get()
                .toString();

        assertThat(expanded)
                .contains(
                        "http://www.w3.org/ns/dcat#dataset",
                        "http://resources.data.gov/ontology/dcat-us#accessRestriction",
                        "http://resources.data.gov/ontology/dcat-us#useRestriction",
                        "http://www.w3.org/ns/odrl/2/hasPolicy",
                        "http://www.w3.org/ns/odrl/2/permission",
                        "https://w3id.org/dpv#hasPurpose",
                        "https://w3id.org/dpv#PublicBenefit");
    }

    private static ObjectNode register() {
        KnownFeed feed = new KnownFeed(
                FEED,
                "Where buses are",
                "Riverton Transit",
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
                false);
        DailyCount day = new DailyCount(FEED, BUSES.uid(), LocalDate.parse("2026-03-02"), ZoneOffset.UTC, 10, 2, 1);
        return Register.of(
                List.of(new RegisterEntry(
                        BUSES,
                        Json.STRICT.valueToTree(BUSES),
                        AgreementState.ACTIVE,
                        null,
                        SINCE,
                        Wording.of(feed),
                        List.of(day))),
                SINCE);
    }

    private static JsonLdOptions offline() {
        return new JsonLdOptions((uri, o) -> {
            String name = uri.getPath().endsWith("/1.jsonld") ? "context-1.jsonld" : "register-1.jsonld";
            try (InputStream in = AgreementDocument.class.getResourceAsStream("/org/weir/schemas/agreements/" + name)) {
                return JsonDocument.of(new InputStreamReader(in));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
