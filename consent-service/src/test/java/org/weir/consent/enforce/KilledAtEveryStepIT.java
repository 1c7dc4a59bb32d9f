package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.schemas.agreement.AgreementState.ACTIVE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weir.consent.Documents;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;

/** An enforcer that is killed at any step of a transaction loses nothing and does nothing twice. */
class KilledAtEveryStepIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static Rig rig;

    @BeforeAll
    static void begin() {
        rig = new Rig();
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource
    void sharesEachRecordOnce_whenKilled(CrashingClients.Step step) {
        // Given an enforcer that has shared, and one record that it cannot share
        String name = "killed-" + step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        FeedId feed = rig.feed(name);
        AgreementDocument agreement = Documents.buses(name, feed);
        rig.agree(agreement, ACTIVE);
        try (EnforcementWorker before = rig.worker("killed")) {
            rig.publish(feed, 30);
            await().atMost(SOON).until(() -> rig.shared(agreement).size() == 30);
        }

        // When the next one is killed at this step, with more records coming
        rig.publish(feed, "poison", "{".getBytes(StandardCharsets.UTF_8), 1_760_000_000_000L);
        rig.publish(feed, 40);
        CrashingClients clients = new CrashingClients(rig.kafka, step);
        try (EnforcementWorker killed = rig.worker("killed", clients)) {
            await().atMost(SOON).dontCatchUncaughtExceptions().until(() -> clients.isDead() && !killed.isWorking());
            rig.publish(feed, 20);
        }

        // Then its successor brings everything to its end, once
        try (EnforcementWorker after = rig.worker("killed")) {
            await().atMost(SOON).until(() -> rig.accepted(agreement) >= rig.published(feed));
        }
        rig.assertNothingLostAndNothingTwice(agreement);
        assertThat(rig.shared(agreement)).hasSize(90);
        assertThat(rig.ledger(agreement).stream()
                        .mapToLong(e -> e.quarantined())
                        .sum())
                .isEqualTo(1);
    }
}
