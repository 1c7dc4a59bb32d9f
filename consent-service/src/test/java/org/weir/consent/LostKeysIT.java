package org.weir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.consent.config.ConsentSettings;
import org.weir.consent.topic.Json;
import org.weir.consent.topic.KnownFeeds;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.topic.Topics;

@QuarkusTest
@QuarkusTestResource(TestStackResource.class)
class LostKeysIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    ConsentSettings settings;

    @Inject
    KnownFeeds feeds;

    @Test
    void withholdsAFeedThatComesLater_whereTheAgreementsKeyWasLost_untilItIsRestored() throws IOException {
        try (TestFeed first = new TestFeed("lost-key")) {
            // Given an agreement on every feed of an agency, whose key is lost
            await().atMost(SOON).until(() -> feeds.known(first.id()).isPresent());
            AgreementDocument agreement = everyFeed(first);
            Api.activated(agreement);
            Path key = settings.keystore().resolve("lost-key-plan." + agreement.purpose() + ".1.key");
            byte[] kept = Files.readAllBytes(key);
            Files.delete(key);

            // When another feed of the agency is registered
            try (TestFeed later = TestFeed.of("lost-key.night-buses")) {
                String topic = Topics.shared(agreement.assignee(), agreement.uid(), later.id());

                // Then its topic is made, and no other key: nothing flows
                await().atMost(SOON).untilAsserted(() -> {
                    later.positions(0, 10);
                    assertThat(withheld(later, "lost-key-plan")).containsOnlyKeys("key-missing");
                });
                assertThat(TestFeed.read(topic)).isEmpty();
                assertThat(key).doesNotExist();

                // When it is restored, then records flow with the names of before
                Files.write(key, kept);
                await().atMost(SOON).until(() -> {
                    later.positions(50, 60);
                    return !TestFeed.read(topic).isEmpty();
                });
                assertThat(Files.readAllBytes(key)).isEqualTo(kept);
            }
        }
    }

    @Test
    void signsWithNoOtherKey_whereTheOneKeptForAPartyWasLost() throws IOException {
        try (TestFeed feed = new TestFeed("lost-custody")) {
            // Given an agency for which the hub has signed, and whose key is lost
            Api.activated(Documents.buses("lost-custody-first", feed.id()));
            Path key = settings.keystore().resolve("party-assigner-lost-custody.ed25519");
            byte[] kept = Files.readAllBytes(key);
            Files.delete(key);

            // When it is to sign again
            AgreementDocument next = Documents.buses("lost-custody-next", feed.id());
            Api.draft(Json.text(next)).then().statusCode(201);
            Api.moved(Api.officer(), next, "offer");
            Api.moved(Api.recipient(next), next, "accept");
            Api.moved(Api.recipient(next), next, "sign");
            Api.officer()
                    .post("/api/v1/agreements/lost-custody-next/sign")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("signature-invalid"))
                    .body("detail", containsString("not in the keystore"));

            // Then nothing was made in its place, and with the key of before it signs
            assertThat(key).doesNotExist();
            Files.write(key, kept);
            Api.moved(Api.officer(), next, "sign");
        }
    }

    private static AgreementDocument everyFeed(TestFeed feed) {
        AgreementDocument one = Documents.buses("lost-key-plan", feed.id());
        return Changed.of(one, node -> {
            node.withObject("/target").putNull("feed");
            node.withObject("/target").putArray("except");
        });
    }

    private static Map<String, Integer> withheld(TestFeed feed, String agreement) {
        return Api.ledger(feed.id()).get("balances.find { it.agreement == '" + agreement + "' }?.withheld");
    }
}
