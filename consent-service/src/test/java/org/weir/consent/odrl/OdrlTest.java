package org.weir.consent.odrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class OdrlTest {
    private static final AgreementDocument BUSES = Documents.of(
            "buses",
            FeedId.of("riverton-transit.vehicle-positions"),
            List.of("vehicle.id", "position.latitude"),
            List.of(new Obligation("pseudonymise", "vehicle.id")),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"));

    @Test
    void writes_aPolicyOfOdrl() {
        JsonNode policy = policy();

        assertThat(policy.get("@type").asText()).isEqualTo("Agreement");
        assertThat(policy.get("profile").asText()).isEqualTo(AgreementDocument.PROFILE);
        assertThat(policy.get("conflict").asText()).isEqualTo("prohibit");
        assertThat(policy.at("/permission/0/action/0").asText()).isEqualTo("odrl:read");
        assertThat(policy.at("/permission/0/constraint/0/rightOperand/@id").asText())
                .isEqualTo("https://weir.dev/purpose/transit-planning");
        assertThat(policy.at("/permission/0/constraint/0/rightOperand/skos:broader/@id")
                        .asText())
                .isEqualTo("dpv:PublicBenefit");
        assertThat(policy.at("/permission/0/duty/1/action/rdf:value/@id").asText())
                .isEqualTo("weir:pseudonymise");
        assertThat(policy.at("/target/source").asText())
                .isEqualTo("https://weir.dev/id/feed/riverton-transit.vehicle-positions");
    }

    @Test
    void reads_termsWithTheirPrefix_orAsIris() {
        ObjectNode policy = policy();
        policy.set("http://www.w3.org/ns/odrl/2/permission", policy.remove("permission"));
        policy.set("odrl:conflict", policy.remove("conflict"));
        policy.put("@type", "http://www.w3.org/ns/odrl/2/Agreement");
        policy.set("weir:authority", policy.remove("authority"));
        policy.set("http://purl.org/dc/terms/title", policy.remove("title"));

        assertThat(Json.own(Odrl.read(policy).toString(), AgreementDocument.class))
                .isEqualTo(BUSES);
    }

    @Test
    void refuses_anotherProfile_orNone() {
        refuses(ErrorCode.AGREEMENT_UNKNOWN_PROFILE, p -> p.put("profile", "https://weir.dev/profile/2"));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.remove("profile"));
    }

    @Test
    void refuses_anotherContext() {
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> p.put("@context", "http://www.w3.org/ns/odrl.jsonld"));
        refuses(
                ErrorCode.AGREEMENT_UNKNOWN_TERM,
                p -> p.putArray("@context").add(Vocabulary.CONTEXT).addObject().put("read", "odrl:sell"));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.remove("@context"));
    }

    @Test
    void refuses_anUnknownOperand_operator_orConstraint() {
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> constraint(p).put("leftOperand", "odrl:industry"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> constraint(p).put("operator", "odrl:neq"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> constraint(p).put("unit", "x"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> constraint(p)
                .put("rightOperand", "https://example.org/purpose"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> ((ArrayNode) p.at("/permission/0/constraint"))
                .addObject()
                .put("leftOperand", "odrl:count")
                .put("operator", "odrl:lteq")
                .put("rightOperand", 10));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> ((ArrayNode) p.at("/permission/0/constraint"))
                .add(constraint(p).deepCopy()));
    }

    @Test
    void refuses_anUnknownDuty_action_orProhibition() {
        refuses(
                ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION,
                p -> ((ArrayNode) p.at("/permission/0/duty")).addObject().put("action", "odrl:compensate"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_OBLIGATION, p -> ((ArrayNode) p.at("/permission/0/duty"))
                .addObject()
                .put("position", 2)
                .put("action", "weir:shred"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> ((ArrayNode) p.at("/permission/0/action")).add("odrl:sell"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> ((ArrayNode) p.at("/permission/0/action"))
                .add("https://example.org/read"));
        refuses(
                ErrorCode.AGREEMENT_UNKNOWN_TERM,
                p -> p.putArray("prohibition").addObject().put("action", "odrl:sell"));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.putArray("prohibition").addObject());
    }

    @Test
    void refuses_moreThanOnePermission_andAnotherStrategyOfConflict() {
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> ((ArrayNode) p.get("permission"))
                .add(p.at("/permission/0").deepCopy()));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> p.put("conflict", "perm"));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.remove("conflict"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> p.put("@type", "Offer"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> p.putArray("obligation"));
    }

    @Test
    void refuses_aTargetOfAnotherAgency_orAnotherShape() {
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> p.put("target", "https://weir.dev/id/agency/other/data"));
        refuses(ErrorCode.AGREEMENT_UNKNOWN_TERM, p -> ((ObjectNode) p.get("target")).put("source", "urn:x"));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.remove("target"));
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.putArray("target"));
    }

    @Test
    void refuses_theSameTermTwice_inTwoSpellings() {
        refuses(ErrorCode.AGREEMENT_UNREADABLE, p -> p.put("odrl:conflict", "prohibit"));
    }

    private static void refuses(ErrorCode code, Consumer<ObjectNode> change) {
        ObjectNode policy = policy();
        change.accept(policy);
        assertThatThrownBy(() -> Odrl.read(policy))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.error())
                        .as(refusal.getMessage())
                        .isEqualTo(code));
    }

    private static ObjectNode constraint(ObjectNode policy) {
        return (ObjectNode) policy.at("/permission/0/constraint/0");
    }

    private static ObjectNode policy() {
        return Odrl.write(Json.STRICT.valueToTree(BUSES));
    }
}
