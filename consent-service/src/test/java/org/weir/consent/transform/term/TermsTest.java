package org.weir.consent.transform.term;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.consent.transform.Shaping.of;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.weir.consent.transform.ShapedRecord.Withheld;
import org.weir.consent.transform.Shaping;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.ledger.ReasonCode;
import org.weir.schemas.problem.ErrorCode;

class TermsTest {
    /** What is refused, and a part of the sentence that says why. */
    record Case(ErrorCode code, String why, Obligation... obligations) {}

    static Stream<Case> refused() {
        ErrorCode obligation = ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION;
        ErrorCode term = ErrorCode.AGREEMENT_UNKNOWN_TERM;
        ErrorCode field = ErrorCode.AGREEMENT_OBLIGATION_FIELD;
        return Stream.of(
                new Case(obligation, "there is no obligation blur", of("blur", "vehicle.id")),
                new Case(obligation, "a hash without a key", of("hash", "vehicle.id")),
                new Case(obligation, "not supported by this version", of("kThreshold", null)),
                new Case(obligation, "not supported by this version", of("suppressSmallCells", null)),
                new Case(obligation, "not supported by this version", of("addNoise", "position.speed")),
                new Case(obligation, "is said in target.fields", of("project", null)),
                new Case(obligation, "is said in target.refinement", of("filterRows", null)),
                new Case(obligation, "is said in retentionDays", of("retain", null)),
                new Case(obligation, "does not say its action", of(null, null)),
                new Case(term, "says “salt”", of("pseudonymise", "vehicle.id", "salt", "x")),
                new Case(term, "has a method", of("pseudonymise", "vehicle.id", "method", "sha-256")),
                new Case(term, "has a bits", of("pseudonymise", "vehicle.id", "bits", "64")),
                new Case(term, "does not say its resolution", of("coarsenLocation", "position")),
                new Case(term, "has a resolution", of("coarsenLocation", "position", "resolution", "16")),
                new Case(term, "has a resolution", of("coarsenLocation", "position", "resolution", "8.5")),
                new Case(
                        term, "has a protect", of("coarsenLocation", "position", "resolution", "8", "protect", "home")),
                new Case(term, "has a protect", of("coarsenLocation", "position", "resolution", "8", "protect", "")),
                new Case(term, "has a per", of("rotateId", "vehicle.id", "per", "year")),
                new Case(term, "has a share", of("sample", null, "share", "1")),
                new Case(term, "has a share", of("sample", null, "share", "0")),
                new Case(term, "has a share", of("sample", null, "share", "1e-3")),
                new Case(term, "has a showLast", of("mask", "vehicle.id", "showLast", "17")),
                new Case(term, "has a by", of("delay", null, "by", "P7D")),
                new Case(term, "has a by", of("delay", null, "by", "15")),
                new Case(term, "has a by", of("delay", null, "by", "PT-5M")),
                new Case(term, "has a by", of("delay", null, "by", "PT0.5S")),
                new Case(term, "has a records", of("limitUse", null, "records", "0", "per", "day")),
                new Case(term, "has a per", of("limitUse", null, "records", "5", "per", "hour")),
                new Case(term, "does not say its width", of("generalise", "position.speed", "to", "bins")),
                new Case(
                        term,
                        "says a unit",
                        of("generalise", "position.speed", "to", "bins", "width", "5", "unit", "day")),
                new Case(term, "has a starts", of("generalise", "stopId", "to", "ages", "starts", "65,18")),
                new Case(field, "does not say its field", of("pseudonymise", null)),
                new Case(field, "not in target.fields", of("pseudonymise", "driver.id")),
                new Case(field, "not in target.fields", of("pseudonymise", "position")),
                new Case(field, "holds a number", of("pseudonymise", "position.speed")),
                new Case(field, "does not take there", of("pseudonymise", "trip.startDate")),
                new Case(field, "does not take there", of("mask", "currentStatus", "showLast", "2")),
                new Case(field, "requires; give a value", of("redact", "vehicle.id")),
                new Case(field, "envelope", of("redact", "timestamp", "value", "0")),
                new Case(field, "does not take in currentStatus", of("redact", "currentStatus", "value", "PARKED")),
                new Case(field, "does not take in position.latitude", of("redact", "position.latitude", "value", "91")),
                new Case(field, "does not take in trip.directionId", of("redact", "trip.directionId", "value", "0.5")),
                new Case(field, "no number trip.latitude", of("coarsenLocation", "trip", "resolution", "8")),
                new Case(field, "does not hold such a time", of("generalise", "stopId", "to", "time", "unit", "hour")),
                new Case(
                        field,
                        "does not hold such a time",
                        of("generalise", "trip.startDate", "to", "time", "unit", "hour")),
                new Case(field, "not numbers", of("generalise", "stopId", "to", "bins", "width", "5")),
                new Case(field, "fractions", of("generalise", "occupancyPercentage", "to", "bins", "width", "0.5")),
                new Case(field, "about the whole record", of("sample", "vehicle.id", "share", "0.5")),
                new Case(field, "stands twice", of("delay", null, "by", "PT1M"), of("delay", null, "by", "PT2M")),
                new Case(
                        field,
                        "pseudonymise is already",
                        of("pseudonymise", "stopId"),
                        of("mask", "stopId", "showLast", "2")),
                new Case(field, "mask is already", of("mask", "stopId", "showLast", "2"), of("pseudonymise", "stopId")),
                new Case(
                        field,
                        "coarsenLocation is already",
                        of("coarsenLocation", "position", "resolution", "8"),
                        of("generalise", "position.latitude", "to", "bins", "width", "1")),
                new Case(field, "adds up to a path", of("coarsenLocation", "position", "resolution", "8")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses_whatItDoesNotUnderstand_orWhatDoesNotFit(Case each) {
        assertThatThrownBy(() -> read(null, each.obligations))
                .isInstanceOfSatisfying(
                        TermFault.class, e -> assertThat(e.code()).isEqualTo(each.code))
                .hasMessageContaining("obligations[")
                .hasMessageContaining(each.why)
                .hasMessageEndingWith(".");
    }

    @Test
    void keeps_thePublishedVocabulary() {
        assertThat(Obligations.all().stream()
                        .flatMap(kind -> kind.parameters().stream().map(p -> kind.action() + "." + p.name()))
                        .sorted())
                .as("a word may be added here; none may be renamed or taken away, for agreements in force use it")
                .containsExactly(
                        "coarsenLocation.protect",
                        "coarsenLocation.resolution",
                        "delay.by",
                        "generalise.starts",
                        "generalise.to",
                        "generalise.unit",
                        "generalise.width",
                        "limitUse.per",
                        "limitUse.records",
                        "mask.showLast",
                        "pseudonymise.bits",
                        "pseudonymise.method",
                        "redact.value",
                        "rotateId.per",
                        "sample.share");
    }

    @Test
    void tells_delayAndCap() throws TermFault {
        Terms terms = read(null, of("delay", null, "by", "PT15M"), of("limitUse", null, "records", "10", "per", "day"));

        assertThat(terms.delay()).contains(Duration.ofMinutes(15));
        assertThat(terms.cap()).contains(new Term.Capped(10, true));
        assertThat(terms.keyed()).isFalse();
        assertThat(read(null, of("sample", null, "share", "0.5")).keyed()).isTrue();
    }

    @Test
    void looks_atEventTime_andAtTheArea() throws Exception {
        Refinement span = new Refinement(
                null, Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"), null);
        assertThat(outcome(span, "{}", Shaping.NOON)).isNull();
        assertThat(outcome(span, "{}", span.recordsUntil().toEpochMilli())).isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(outcome(span, "{}", span.recordsFrom().toEpochMilli() - 1)).isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(outcome(span, "{}", -1)).isEqualTo(ReasonCode.SCOPE_UNKNOWN);

        Refinement area = new Refinement(null, null, null, new Refinement.Area(-72, 42, -71, 43));
        assertThat(outcome(area, "{\"position\":{\"latitude\":42.5,\"longitude\":-71.0}}", 0))
                .isNull();
        assertThat(outcome(area, "{\"position\":{\"latitude\":43.01,\"longitude\":-71.5}}", 0))
                .isEqualTo(ReasonCode.OUT_OF_SCOPE);
        assertThat(outcome(area, "{\"position\":{\"latitude\":42.5}}", 0)).isEqualTo(ReasonCode.SCOPE_UNKNOWN);
        assertThatThrownBy(() -> read(new Refinement(null, null, null, new Refinement.Area(10, 0, -10, 1))))
                .isInstanceOf(TermFault.class);
        assertThatThrownBy(() -> read(new Refinement("has(trip.tripId)", null, null, null)))
                .isInstanceOf(TermFault.class)
                .hasMessageContaining("target.refinement.where");
    }

    private static ReasonCode outcome(Refinement refinement, String record, long time) throws Exception {
        var shaped = read(refinement).shape(null).shaper().shape(record.getBytes(UTF_8), time);
        return shaped instanceof Withheld withheld ? withheld.reason() : null;
    }

    private static Terms read(Refinement refinement, Obligation... obligations) throws TermFault {
        return Terms.read(
                Shaping.document(Shaping.PATHS, refinement, List.of(obligations)), Shaping.CONTRACT, Shaping.ZONE);
    }
}
