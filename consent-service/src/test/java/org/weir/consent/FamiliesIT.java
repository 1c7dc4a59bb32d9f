package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class FamiliesIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void endsAChild_whenItsParentEnds_byTheSameProtocol() {
        try (TestFeed feed = new TestFeed("family")) {
            // Given a licence under a memorandum
            AgreementDocument licence = Documents.buses("family-licence", feed.id());
            AgreementDocument memorandum = Changed.of(Documents.buses("family-memorandum", feed.id()), node -> {
                node.put("tier", "MOU");
                node.remove(List.of("target", "obligations"));
            });
            AgreementDocument child = Changed.of(licence, node -> node.put("inheritFrom", "family-memorandum"));
            Api.activated(memorandum);
            Api.activated(child);
            feed.positions(0, 50);
            String topic = Topics.shared(child.assignee(), child.uid(), feed.id());
            await().atMost(SOON).until(() -> TestFeed.read(topic).size() == 50);

            // When
            Officers.ofAgency(memorandum)
                    .does(memorandum, "revoke")
                    .statusCode(200)
                    .body("receipt.state", equalTo("REVOKED"));

            // Then the child ends, with a receipt and its destruction; the memorandum, which nothing flowed under,
            // closes
            await().atMost(SOON)
                    .until(() -> view("family-licence").getString("state").equals("DESTRUCTION_DUE"));
            assertThat(view("family-licence").<String>getList("history.what"))
                    .anyMatch(what -> what.contains("family-memorandum"));
            assertThat(Officers.hub()
                            .gets("/api/v1/agreements/family-licence/receipts")
                            .extract()
                            .jsonPath()
                            .<String>getList("receipt.state"))
                    .contains("TERMINATED");
            await().atMost(SOON)
                    .until(() -> view("family-memorandum").getString("state").equals("CLOSED"));
            feed.positions(50, 100);
            await().atMost(SOON).untilAsserted(() -> assertThat(Api.ledger(feed.id())
                            .<Map<String, Integer>>get("balances.find { it.agreement == 'family-licence' }.withheld"))
                    .isEqualTo(Map.of("agreement-terminated", 50)));
        }
    }

    @Test
    void restsWithItsParent_howeverDeep_andGoesOnWithIt_butNotWhatAnOfficerSuspended() {
        try (TestFeed feed = new TestFeed("resting")) {
            // Given two licences under a sharing agreement under a memorandum
            AgreementDocument memorandum =
                    Changed.of(Documents.buses("resting-memorandum", feed.id()), node -> node.put("tier", "MOU")
                            .remove(List.of("target", "obligations")));
            AgreementDocument sharing =
                    Changed.of(Documents.buses("resting-sharing", feed.id()), node -> node.put("tier", "DSA")
                            .put("inheritFrom", "resting-memorandum"));
            AgreementDocument licence = under(sharing, "resting-licence", feed);
            AgreementDocument other = under(sharing, "resting-other", feed);
            List.of(memorandum, sharing, licence, other).forEach(Api::activated);
            feed.positions(0, 50);
            await().atMost(SOON).until(() -> read(licence, feed) + read(other, feed) == 100);

            // When an officer suspends one of them, and then the memorandum
            Officers officer = Officers.ofAgency(memorandum);
            officer.does(other, "suspend").statusCode(200);
            officer.does(memorandum, "suspend").statusCode(200).body("receipt.state", equalTo("SUSPENDED"));

            // Then what is below rests as well, and its receipts are there
            assertThat(state("resting-sharing")).isEqualTo("SUSPENDED");
            assertThat(state("resting-licence")).isEqualTo("SUSPENDED");
            assertThat(receipts("resting-licence")).contains("SUSPENDED");
            assertThat(view("resting-licence").<String>getList("history.what"))
                    .anyMatch(what -> what.contains("while its parent resting-sharing rests"));
            feed.positions(50, 100);
            await().atMost(SOON).untilAsserted(() -> assertThat(withheld(feed, "resting-licence"))
                    .isEqualTo(Map.of("agreement-suspended", 50)));
            assertThat(read(licence, feed)).isEqualTo(50);
            officer.does(licence, "resume")
                    .statusCode(409)
                    .body("code", equalTo("agreement-state"))
                    .body("detail", containsString("resting-sharing"));

            // When the memorandum goes on
            officer.does(memorandum, "resume").statusCode(200).body("receipt.state", equalTo("ACTIVE"));

            // Then what rested with it goes on, with receipts, and what the officer suspended does not
            assertThat(state("resting-licence")).isEqualTo("ACTIVE");
            await().atMost(SOON).until(() -> receipts("resting-licence").contains("ACTIVE"));
            assertThat(state("resting-other")).isEqualTo("SUSPENDED");
            feed.positions(100, 150);
            await().atMost(SOON).until(() -> read(licence, feed) == 100);
            assertThat(read(other, feed)).isEqualTo(50);
            officer.does(other, "resume").statusCode(200).body("receipt.state", equalTo("ACTIVE"));
        }
    }

    @Test
    void coversEveryFeedOfTheAgency_alsoOneOfLater_butNotTheException() {
        try (TestFeed day = TestFeed.of("enterprise.vehicle-positions");
                TestFeed depot = TestFeed.of("enterprise.depot-positions")) {
            // Given an agreement on every feed but one
            AgreementDocument agreement = Changed.of(Documents.buses("enterprise", day.id()), node -> {
                node.withObject("/target").remove("feed");
                node.withObject("/target").putArray("except").add(depot.id().value());
            });
            Api.activated(agreement);

            // When a feed is registered later
            try (TestFeed night = TestFeed.of("enterprise.night-positions")) {
                day.positions(0, 50);
                depot.positions(0, 50);
                night.positions(0, 50);

                // Then it is shared as the first is, and the exception is not
                await().atMost(SOON).until(() -> read(agreement, day) == 50);
                await().atMost(SOON).until(() -> read(agreement, night) == 50);
                await().atMost(SOON).untilAsserted(() -> assertThat(
                                Api.ledger(depot.id()).<Map<String, Integer>>get("balances[0].withheld"))
                        .isEqualTo(Map.of("no-agreement", 50)));
                assertThat(read(agreement, depot)).isZero();

                // When it is revoked, then the receipt tells of each topic
                JsonPath receipt = Officers.ofAgency(agreement)
                        .does(agreement, "revoke")
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(receipt.<String>getList("receipt.shared.feed"))
                        .containsExactly("enterprise.night-positions", "enterprise.vehicle-positions");
                await().atMost(SOON).until(() -> read(agreement, day) + read(agreement, night) == 0);
            }
        }
    }

    private static AgreementDocument under(AgreementDocument parent, String id, TestFeed feed) {
        return Changed.of(
                Documents.buses(id, feed.id()),
                node -> node.put("inheritFrom", parent.uid().value()));
    }

    private static String state(String agreement) {
        return view(agreement).getString("state");
    }

    private static List<String> receipts(String agreement) {
        return Officers.hub()
                .gets("/api/v1/agreements/" + agreement + "/receipts")
                .extract()
                .jsonPath()
                .getList("receipt.state");
    }

    private static Map<String, Integer> withheld(TestFeed feed, String agreement) {
        return Api.ledger(feed.id()).get("balances.find { it.agreement == '" + agreement + "' }?.withheld");
    }

    private static int read(AgreementDocument agreement, TestFeed feed) {
        return TestFeed.read(Topics.shared(agreement.assignee(), agreement.uid(), feed.id()))
                .size();
    }

    private static JsonPath view(String agreement) {
        return Officers.hub().gets("/api/v1/agreements/" + agreement).extract().jsonPath();
    }
}
