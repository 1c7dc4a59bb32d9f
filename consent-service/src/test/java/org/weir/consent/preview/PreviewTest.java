package org.weir.consent.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.SharingPolicy;
import org.weir.consent.preview.Step.Result;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

class PreviewTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final KnownFeed KNOWN = new KnownFeed(
            FEED,
            "Buses",
            "Riverton Transit",
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
            false);
    private static final FeedDirectory FEEDS = id -> id.equals(FEED) ? Optional.of(KNOWN) : Optional.empty();
    private static final RawRecord BUS_1 = record(
            """
            {"vehicle":{"id":"bus-1","licensePlate":"GOV-1"},"position":{"latitude":38.9,"longitude":-77.0,"speed":7.5},"timestamp":"1"}""");
    private static final RawRecord BUS_2 =
            record("{\"vehicle\":{\"id\":\"bus-2\"},\"position\":{\"latitude\":38.8},\"timestamp\":\"2\"}");
    private static final RawRecord PAGE = record("<html>not a record</html>");

    private final Drafts drafts = new Drafts(FEEDS, "a key that lives for this test....".getBytes(UTF_8));
    private final Previewer previewer = new Previewer(KNOWN, drafts, NOW);

    @Test
    void counts_everyRecordOnce() {
        Preview preview = previewer.preview(buses(), List.of(BUS_1, PAGE, BUS_2), true);

        assertThat(preview.replayed()).isEqualTo(3);
        assertThat(preview.shared()).isEqualTo(2);
        assertThat(preview.quarantined()).isEqualTo(1);
        assertThat(preview.withheld()).isEmpty();
    }

    @Test
    void says_ofEachFieldOfTheContract_whetherItFlows_andHow() {
        Preview preview = previewer.preview(buses(), List.of(BUS_1, BUS_2), true);

        assertThat(preview.fields()).hasSameSizeAs(KNOWN.contract().fields());
        FieldFlow plate = field(preview, "vehicle.licensePlate");
        assertThat(plate.flows()).isFalse();
        assertThat(plate.how()).isEqualTo("withheld");
        assertThat(plate.before()).extracting(JsonNode::asText).containsExactly("GOV-1");
        assertThat(plate.after()).isEmpty();
        FieldFlow vehicle = field(preview, "vehicle.id");
        assertThat(vehicle.how()).isEqualTo("pseudonym");
        assertThat(vehicle.before()).extracting(JsonNode::asText).containsExactly("bus-1", "bus-2");
        assertThat(vehicle.after()).extracting(each -> each.asText().length()).containsExactly(22, 22);
        FieldFlow latitude = field(preview, "position.latitude");
        assertThat(latitude.how()).isEqualTo("as it is");
        assertThat(latitude.after()).isEqualTo(latitude.before()).hasSize(2);
    }

    @Test
    void shows_twoSamplesOfEachOutcome() {
        Preview preview = previewer.preview(buses(), List.of(BUS_1, BUS_2, BUS_1, PAGE), true);

        assertThat(preview.samples()).extracting(Sample::outcome).containsExactly("shared", "shared", "quarantined");
        assertThat(preview.samples().get(2).after()).isNull();
    }

    @Test
    void withholds_all_whereATermIsNotKnown() {
        AgreementDocument unknown = document(List.of("vehicle.id"), new Obligation("blur", "vehicle.id"));

        Preview preview = previewer.preview(unknown, List.of(BUS_1, BUS_2), true);

        assertThat(preview.shared()).isZero();
        assertThat(preview.withheld()).containsExactly(Map.entry(ReasonCode.UNKNOWN_TERM, 2L));
    }

    @Test
    void looks_fromTheFirstSecondOn_whereThatIsStillToCome() {
        AgreementDocument later = Documents.of(
                "later", FEED, List.of("vehicle.id"), List.of(), NOW.plusSeconds(3600), NOW.plusSeconds(7200));

        Preview preview = previewer.preview(later, List.of(BUS_1), true);

        assertThat(preview.shared()).isEqualTo(1);
        assertThat(preview.notes()).anyMatch(note -> note.contains("March 2, 2026 at 13:00 UTC"));
    }

    @Test
    void neverMakesPseudonyms_withAnAgreementsOwnKey() {
        String one = pseudonym(new Drafts(FEEDS, "another key, another pseudonym...".getBytes(UTF_8)));
        String other = pseudonym(drafts);

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void explains_everyRule_inTheOrderOfDeciding() {
        Explanation explanation = explain(buses(), BUS_1, null);

        assertThat(explanation.outcome()).isEqualTo("shared");
        assertThat(explanation.steps().get(0).rule()).isEqualTo("text");
        assertThat(explanation.steps()).extracting(Step::rule).contains("not revoked", "contract", "fields");
        assertThat(explanation.steps()).hasSize(1 + SharingPolicy.rules().size() + 3);
        assertThat(explanation.steps()).extracting(Step::sentence).allMatch(sentence -> sentence.endsWith("."));
        Step fields = step(explanation, "fields");
        assertThat(fields.outcome()).isEqualTo(Result.CHANGES);
        assertThat(fields.sentence()).contains("“Licence plate” (vehicle.licensePlate) is left out.");
        Step pseudonym = step(explanation, "pseudonymise vehicle.id");
        assertThat(pseudonym.sentence()).contains("“Vehicle id” (vehicle.id) becomes", "in place of \"bus-1\"");
        assertThat(explanation.after().path("vehicle").has("licensePlate")).isFalse();
    }

    @Test
    void explains_whatIsNoRecord() {
        Explanation explanation = explain(buses(), PAGE, null);

        assertThat(explanation.outcome()).isEqualTo("quarantined");
        assertThat(step(explanation, "contract").outcome()).isEqualTo(Result.STOPS);
        assertThat(step(explanation, "fields").outcome()).isEqualTo(Result.NOT_REACHED);
    }

    @Test
    void explains_whichRuleStops_andAsksNoOtherAfterIt() {
        Explanation explanation = explain(buses(), BUS_1, "research");

        assertThat(explanation.outcome()).isEqualTo("withheld");
        assertThat(explanation.reason()).isEqualTo(ReasonCode.PURPOSE_NOT_PERMITTED);
        assertThat(explanation.steps().get(explanation.steps().size() - 1).outcome())
                .isEqualTo(Result.STOPS);
    }

    @Test
    void explains_whatIsWrongWithTheText() {
        AgreementDocument unknown = document(List.of("vehicle.id"), new Obligation("blur", "vehicle.id"));

        Explanation explanation = explain(unknown, BUS_1, null);

        assertThat(explanation.steps().get(0).outcome()).isEqualTo(Result.STOPS);
        assertThat(explanation.steps().get(0).sentence()).contains("blur");
        assertThat(explanation.reason()).isEqualTo(ReasonCode.UNKNOWN_TERM);
    }

    @Test
    void explains_anObligation_thatIsNoneWithoutTheNext() {
        AgreementDocument coarse = document(
                List.of("position.latitude", "position.longitude", "position.odometer"),
                new Obligation("coarsenLocation", "position", Map.of("resolution", "8")),
                new Obligation("redact", "position.odometer"));
        RawRecord record = record("{\"position\":{\"latitude\":38.9,\"longitude\":-77.03,\"odometer\":5}}");

        Explanation explanation = explain(coarse, record, null);

        assertThat(explanation.outcome()).isEqualTo("shared");
        assertThat(step(explanation, "coarsenLocation position").outcome()).isEqualTo(Result.PASSES);
        assertThat(step(explanation, "redact position.odometer").sentence())
                .contains("(position.latitude) becomes", "(position.odometer) becomes null");
    }

    @Test
    void explains_whichTermOfScopeStops() {
        AgreementDocument scoped = Documents.of("buses", FEED, List.of("timestamp"), List.of(), null, null);
        AgreementDocument onlyBus2 = Json.own(
                Json.text(scoped)
                        .replace("\"fields\"", "\"refinement\":{\"where\":\"vehicle.id == 'bus-2'\"},\"fields\""),
                AgreementDocument.class);

        Explanation explanation = explain(onlyBus2, BUS_1, null);

        assertThat(explanation.reason()).isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(step(explanation, "where").outcome()).isEqualTo(Result.STOPS);
        assertThat(step(explanation, "fields").outcome()).isEqualTo(Result.NOT_REACHED);
        assertThat(previewer.preview(onlyBus2, List.of(BUS_1, BUS_2), true).withheld())
                .containsExactly(Map.entry(ReasonCode.OUT_OF_SCOPE, 1L));
    }

    @Test
    void tellsTheEffect_ofAnotherText_onTheSameRecords() {
        AgreementDocument more = document(List.of("vehicle.id", "vehicle.licensePlate", "timestamp"));

        Effect effect = previewer.effect(buses(), more, List.of(BUS_1, BUS_2, PAGE), true);

        assertThat(effect.sharedBefore()).isEqualTo(2);
        assertThat(effect.sharedAfter()).isEqualTo(2);
        assertThat(effect.sentences())
                .contains(
                        "“Licence plate” would flow (as it is); today it stays behind.",
                        "“Vehicle id” would flow as: as it is; today as: pseudonym.",
                        "“Degrees north, WGS 84” would stay behind; today it flows (as it is).");
    }

    @Test
    void tellsOfRecords_thatWouldNoLongerFlow_andWhy() {
        AgreementDocument over = Documents.of(
                "over", FEED, List.of("vehicle.id"), List.of(), NOW.minusSeconds(7200), NOW.minusSeconds(3600));
        AgreementDocument same = document(List.of("vehicle.id"));

        Effect effect = previewer.effect(same, over, List.of(BUS_1, BUS_2), true);

        assertThat(effect.lessShared()).isEqualTo(2);
        assertThat(effect.moreShared()).isZero();
        assertThat(effect.sentences()).contains("2 of 2 records would no longer flow (agreement-expired).");
        assertThat(previewer.effect(same, same, List.of(BUS_1), true).sentences())
                .containsExactly("Nothing changes for any of 1 records.");
    }

    private Explanation explain(AgreementDocument document, RawRecord record, String purpose) {
        return new Explainer(KNOWN, FEEDS, drafts, NOW).explain(document, record, purpose);
    }

    private static String pseudonym(Drafts drafts) {
        Preview preview = new Previewer(KNOWN, drafts, NOW).preview(buses(), List.of(BUS_1), true);
        return field(preview, "vehicle.id").after().get(0).asText();
    }

    private static Step step(Explanation explanation, String rule) {
        return explanation.steps().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static FieldFlow field(Preview preview, String path) {
        return preview.fields().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static AgreementDocument buses() {
        return document(
                List.of("vehicle.id", "position.latitude", "timestamp"),
                new Obligation(Obligation.PSEUDONYMISE, "vehicle.id"));
    }

    private static AgreementDocument document(List<String> fields, Obligation... obligations) {
        return Documents.of("buses", FEED, fields, Arrays.asList(obligations), null, null);
    }

    private static RawRecord record(String text) {
        return new RawRecord(text.getBytes(UTF_8), NOW.toEpochMilli());
    }
}
