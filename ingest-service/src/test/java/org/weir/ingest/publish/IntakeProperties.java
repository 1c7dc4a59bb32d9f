package org.weir.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.ingest.Agencies.busAt;
import static org.weir.ingest.Agencies.message;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weir.ingest.decode.Message;
import org.weir.ingest.decode.MessageReader;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.Tally;
import org.weir.schemas.id.FeedId;

class IntakeProperties {
    private static final long NOW = 1_800_000_000;
    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);

    @Property(tries = 200)
    void everyPositionHasOneEnd(@ForAll("messages") List<List<FeedEntity.Builder>> messages) {
        FakeBroker broker = new FakeBroker();
        FeedHealth health = new FeedHealth(Tally.NOTHING_YET, clock);
        Intake intake = intake(broker, health);
        int accepted = 0;
        for (List<FeedEntity.Builder> entities : messages) {
            BatchOutcome outcome = take(intake, entities);
            assertThat(outcome.accepted() + outcome.duplicate() + outcome.refused())
                    .isEqualTo(entities.size());
            accepted += outcome.accepted();
        }
        assertThat(broker.raw).hasSize(accepted);
        assertThat(health.view(null).accepted()).isEqualTo(accepted);
        assertThat(health.view(null).rejected().values().stream()
                        .mapToLong(n -> n)
                        .sum())
                .isEqualTo(broker.quarantine.size());
    }

    @Property(tries = 200)
    void replayingTwiceEqualsOnce_throughFaultsAndRestarts(
            @ForAll("messages") List<List<FeedEntity.Builder>> messages, @ForAll long seed) {
        // Given
        FakeBroker once = new FakeBroker();
        Intake plain = intake(once, new FeedHealth(Tally.NOTHING_YET, clock));
        messages.forEach(m -> take(plain, m));

        // When
        FakeBroker broker = new FakeBroker();
        java.util.Random random = new java.util.Random(seed);
        Intake intake = intake(broker, new FeedHealth(Tally.NOTHING_YET, clock));
        for (int round = 0; round < 3; round++) {
            boolean faults = round < 2;
            broker.lost = r -> faults && random.nextInt(4) == 0;
            broker.unacknowledged = r -> faults && random.nextInt(4) == 0;
            for (List<FeedEntity.Builder> m : messages) {
                intake.take(MessageReader.read(message(m))).exceptionally(fault -> null);
                if (random.nextInt(3) == 0) {
                    intake = intake(broker, new FeedHealth(Tally.NOTHING_YET, clock));
                }
            }
        }

        // Then
        assertThat(broker.rawIds()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(broker.rawIds())).isEqualTo(new HashSet<>(once.rawIds()));
        assertThat(broker.quarantine).hasSameSizeAs(once.quarantine);
    }

    private Intake intake(FakeBroker broker, FeedHealth health) {
        FeedId feed = FeedId.of("riverton-transit.vehicle-positions");
        return new Intake(
                feed, () -> new Lane(false, false, false), 10_000, broker, broker, health, clock, Runnable::run);
    }

    private static BatchOutcome take(Intake intake, List<FeedEntity.Builder> entities) {
        Message message = MessageReader.read(message(entities));
        return intake.take(message).toCompletableFuture().join();
    }

    @Provide
    Arbitrary<List<List<FeedEntity.Builder>>> messages() {
        Arbitrary<String> ids = Arbitraries.of("b1", "b2", "b3", "", "x".repeat(300));
        Arbitrary<Long> times = Arbitraries.of(0L, NOW - 100_000, NOW - 1, NOW, NOW + 1, NOW + 1_000_000_000);
        Arbitrary<Float> degrees = Arbitraries.of(0f, 10f, 95f, Float.NaN);
        return Combinators.combine(ids, times, degrees)
                .as((id, time, d) -> busAt(id, time, d, d))
                .list()
                .ofMaxSize(8)
                .list()
                .ofMaxSize(6);
    }
}
