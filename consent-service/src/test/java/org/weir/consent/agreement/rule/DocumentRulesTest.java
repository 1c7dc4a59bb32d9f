package org.weir.consent.agreement.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class DocumentRulesTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final FeedDirectory FEEDS = new Feeds();

    @Test
    void takes_aLicence_aSharingAgreement_andAMemorandumWithoutTarget() {
        assertThat(findings(a -> {})).isEmpty();
        assertThat(findings(a -> a.put("tier", "DSA").put("inheritFrom", "mou")))
                .isEmpty();
        assertThat(findings(a -> {
                    a.put("tier", "MOU").remove("target");
                    a.remove("obligations");
                }))
                .isEmpty();
    }

    @Test
    void takes_everyFeedOfAnAgency_butTheNamed() {
        assertThat(findings(a -> target(a).remove("feed"))).isEmpty();
        assertThat(findings(a -> {
                    target(a).remove("feed");
                    target(a).putArray("except").add("riverton-transit.alerts");
                }))
                .isEmpty();
        finds("target.feed", ErrorCode.AGREEMENT_UNKNOWN_FEED, a -> {
            target(a).remove("feed");
            target(a).putArray("except").add(FEED.value());
        });
    }

    @Test
    void names_everythingThatIsWrong_eachWithItsClause() {
        assertThat(findings(a -> {
                    a.put("profile", "https://weir.dev/profile/2").put("purpose", "marketing");
                    target(a).putArray("fields").add("driver.name").add("vehicle.id");
                }))
                .extracting(Finding::clause, Finding::code)
                .containsExactly(
                        tuple("profile", ErrorCode.AGREEMENT_UNKNOWN_PROFILE),
                        tuple("purpose", ErrorCode.AGREEMENT_UNKNOWN_PURPOSE),
                        tuple("target.fields", ErrorCode.AGREEMENT_UNKNOWN_FIELD));
    }

    @Test
    void names_everyTermThatIsMissing_atOnce() {
        assertThat(findings(a -> {
                    a.remove("title");
                    a.remove("authority");
                    a.put("purpose", " ");
                }))
                .extracting(Finding::clause)
                .containsExactly("title", "authority", "purpose");
    }

    @Test
    void refuses_whatAWrittenProhibitionForbids() {
        finds("grounds.prohibition", ErrorCode.AGREEMENT_PROHIBITED, a -> a.putObject("grounds")
                .put("prohibition", "Riverton Code § 9-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hipaa | Riverton Code 12.3 | false",
                "hipaa | 45 CFR 164.512(b) | true",
                "hipaa | HIPAA, public health authority | true",
                "ferpa | 34 C.F.R. § 99.31(a)(6) | true",
                "ferpa | 20 U.S.C. § 1232g(b) | true",
                "ferpa | HIPAA | false",
                "42-cfr-2 | 42 CFR Part 2, subpart D | true",
                "42-cfr-2 | 42 CFR 2.52 | true",
                "42-cfr-2 | 42 CFR 200 | false",
                "cjis | CJIS Security Policy 5.9 | true",
                "cjis | 28 CFR Part 20 | true",
                "cjis | a court order | false",
                "none | Riverton Code 12.3 | true"
            })
    void asks_forTheLawThatProtectsTheData(String law, String authority, boolean carries) {
        List<Finding> findings = findings(a -> {
            a.put("authority", authority);
            a.putObject("grounds").put("confidentiality", law);
        });

        assertThat(findings.isEmpty()).isEqualTo(carries);
        assertThat(findings).allMatch(f -> f.code() == ErrorCode.AGREEMENT_GROUNDS);
    }

    @Test
    void refuses_aClassOfConfidentiality_thatIsNotKnown() {
        finds("authority", ErrorCode.AGREEMENT_UNKNOWN_TERM, a -> a.putObject("grounds")
                .put("confidentiality", "glba"));
    }

    @Test
    void refuses_tiersThatDoNotFit() {
        finds("tier", ErrorCode.AGREEMENT_TIER, a -> a.put("tier", "MOU").put("inheritFrom", "b"));
        finds("tier", ErrorCode.AGREEMENT_TIER, a -> a.put("inheritFrom", "a"));
        finds("tier", ErrorCode.AGREEMENT_TIER, a -> a.remove("target"));
        finds("tier", ErrorCode.AGREEMENT_TIER, a -> a.put("tier", "DSA").remove("target"));
        finds("supersedes", ErrorCode.AGREEMENT_VERSION, a -> a.put("supersedes", 1));
        finds("supersedes", ErrorCode.AGREEMENT_VERSION, a -> a.put("version", 3)
                .put("supersedes", 1));
    }

    @Test
    void refuses_actionsThatContradict() {
        finds("actions", ErrorCode.AGREEMENT_ACTIONS, a -> a.putArray("actions").add("aggregate"));
        finds("actions", ErrorCode.AGREEMENT_ACTIONS, a -> a.putArray("actions"));
        finds("prohibitions", ErrorCode.AGREEMENT_ACTIONS, a -> {
            a.putArray("actions").add("read").add("distribute");
            a.putArray("prohibitions").add("redistribute");
        });
    }

    @Test
    void refuses_anEmergencyUnderAParent_thatNobodyWouldHoldItAgainst() {
        Consumer<ObjectNode> emergency = a -> a.put("expires", "2026-04-01T00:00:00Z")
                .putObject("emergency")
                .put("declaration", "Order 7")
                .put("sunset", "2026-04-01T00:00:00Z");

        assertThat(findings(emergency)).isEmpty();
        finds("inheritFrom", ErrorCode.AGREEMENT_EMERGENCY, emergency.andThen(a -> a.put("inheritFrom", "dsa")));
    }

    @Test
    void refuses_anEmergencyWithoutEnd_orWithoutDeclaration() {
        String from = "2026-03-01T00:00:00Z";
        String until = "2026-03-31T00:00:00Z";
        assertThat(findings(a -> emergency(a, from, until, until))).isEmpty();
        finds("emergency", ErrorCode.AGREEMENT_EMERGENCY, a -> emergency(a, from, "2026-03-31T00:00:01Z", null));
        finds("emergency", ErrorCode.AGREEMENT_EMERGENCY, a -> emergency(a, from, until, "2026-04-01T00:00:00Z"));
        finds(
                "emergency",
                ErrorCode.AGREEMENT_EMERGENCY,
                a -> emergency(a, from, "2026-03-31T00:00:01Z", "2026-03-31T00:00:01Z"));
        finds("emergency", ErrorCode.AGREEMENT_EMERGENCY, a -> {
            emergency(a, from, until, until);
            ((ObjectNode) a.get("emergency")).put("declaration", "");
        });
        finds("tier", ErrorCode.AGREEMENT_TIER, a -> {
            emergency(a, from, until, until);
            a.put("tier", "DSA");
        });
    }

    @Test
    void tells_daysAsPeopleSayThem() {
        assertThat(findings(a -> a.put("effectiveFrom", "2026-04-01T00:00:00Z").put("expires", "2026-03-01T12:30:00Z")))
                .extracting(Finding::detail)
                .containsExactly("It begins April 1, 2026 (UTC) and ends March 1, 2026 at 12:30 UTC.");
        assertThat(findings(a -> {
                    a.putObject("emergency").put("declaration", "Order 7").put("sunset", "2026-04-01T00:00:00Z");
                    a.remove("expires");
                }))
                .extracting(Finding::detail)
                .containsExactly("Its sunset is April 1, 2026 (UTC), but the agreement expires never.");
        assertThat(findings(a -> target(a)
                        .putObject("refinement")
                        .put("recordsFrom", "2026-04-01T00:00:00Z")
                        .put("recordsUntil", "2026-04-01T00:00:00Z")))
                .extracting(Finding::detail)
                .containsExactly("The records begin April 1, 2026 (UTC) and end April 1, 2026 (UTC).");
    }

    @Test
    void refuses_scopesThatHoldNothing() {
        finds("target.refinement", ErrorCode.AGREEMENT_SCOPE, a -> target(a)
                .putObject("refinement")
                .put("where", " "));
        finds("target.refinement", ErrorCode.AGREEMENT_SCOPE, a -> target(a)
                .putObject("refinement")
                .put("recordsFrom", "2026-03-01T00:00:00Z")
                .put("recordsUntil", "2026-03-01T00:00:00Z"));
        finds("target.refinement", ErrorCode.AGREEMENT_SCOPE, a -> area(a, 10, 0, -10, 5));
        finds("target.refinement", ErrorCode.AGREEMENT_SCOPE, a -> area(a, -10, 0, 10, 91));
        assertThat(findings(a -> area(a, -10, 0, 10, 5))).isEmpty();
    }

    @Test
    void refuses_exceptionsThatAreNone() {
        finds("target.except", ErrorCode.AGREEMENT_TARGET, a -> target(a)
                .putArray("except")
                .add("riverton-transit.x"));
        finds("target.except", ErrorCode.AGREEMENT_TARGET, a -> {
            target(a).remove("feed");
            target(a).putArray("except").add("other-agency.x");
        });
    }

    @Test
    void refuses_whatCannotBeReadOrKept() {
        finds("target", ErrorCode.AGREEMENT_UNREADABLE, a -> target(a)
                .putArray("fields")
                .add("stopId")
                .add("vehicle.id")
                .add("stopId"));
        finds("title", ErrorCode.AGREEMENT_UNREADABLE, a -> a.put("title", "x".repeat(201)));
        finds("title", ErrorCode.AGREEMENT_UNREADABLE, a -> a.put("retentionDays", 3651));
        finds("honestBroker", ErrorCode.BAD_ID, a -> a.put("reviewBoard", "../board"));
        finds("service", ErrorCode.AGREEMENT_SERVICE, a -> a.putObject("service")
                .put("freshnessSeconds", 0));
        finds("service", ErrorCode.AGREEMENT_SERVICE, a -> a.putObject("service")
                .put("completenessPercent", 101));
    }

    @Test
    void throws_theFirstFinding() {
        assertThatThrownBy(() -> DocumentRules.check(edited(a -> a.put("purpose", "x")), FEEDS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(ErrorCode.AGREEMENT_UNKNOWN_PURPOSE));
    }

    private static void finds(String clause, ErrorCode code, Consumer<ObjectNode> edit) {
        assertThat(findings(edit)).extracting(Finding::clause, Finding::code).contains(tuple(clause, code));
    }

    private static List<Finding> findings(Consumer<ObjectNode> edit) {
        return DocumentRules.findings(edited(edit), FEEDS);
    }

    private static AgreementDocument edited(Consumer<ObjectNode> edit) {
        ObjectNode tree = Json.STRICT.valueToTree(Documents.buses("a", FEED));
        edit.accept(tree);
        return Json.own(tree.toString(), AgreementDocument.class);
    }

    private static ObjectNode target(ObjectNode a) {
        return (ObjectNode) a.get("target");
    }

    private static void area(ObjectNode a, double west, double south, double east, double north) {
        target(a)
                .putObject("refinement")
                .putObject("within")
                .put("west", west)
                .put("south", south)
                .put("east", east)
                .put("north", north);
    }

    private static void emergency(ObjectNode a, String from, String sunset, String expires) {
        a.put("effectiveFrom", from);
        a.put("expires", expires);
        a.putObject("emergency").put("declaration", "Order 7").put("sunset", sunset);
    }

    private static final class Feeds implements FeedDirectory {
        private static final KnownFeed KNOWN = new KnownFeed(
                FEED,
                "Where buses are",
                "Riverton Transit",
                FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
                false);

        @Override
        public Optional<KnownFeed> find(FeedId feed) {
            return feed.equals(FEED) ? Optional.of(KNOWN) : Optional.empty();
        }

        @Override
        public List<KnownFeed> of(AgencyId agency) {
            return agency.equals(FEED.agency()) ? List.of(KNOWN) : List.of();
        }
    }
}
