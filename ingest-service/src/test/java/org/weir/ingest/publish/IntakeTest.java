package org.weir.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.busAt;
import static org.weir.ingest.Agencies.message;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.weir.ingest.decode.Entity;
import org.weir.ingest.decode.Message;
import org.weir.ingest.decode.MessageReader;
import org.weir.ingest.health.BatchOutcome;
import org.weir.ingest.health.FeedHealth;
import org.weir.ingest.health.Tally;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class IntakeTest {
    static final long NOW = 1_800_000_000;
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
    private final FakeBroker broker = new FakeBroker();
    private FeedHealth health = new FeedHealth(Tally.NOTHING_YET, clock);
    private Intake intake = intake();

    private Intake intake() {
        return new Intake(
                FEED, () -> new Lane(false, false, false), 10_000, broker, broker, health, clock, Runnable::run);
    }

    private CompletableFuture<BatchOutcome> take(FeedEntity.Builder... entities) {
        return intake.take(MessageReader.read(message(entities))).toCompletableFuture();
    }

    @Test
    void publishesWithCloudEventsHeaders() {
        // When
        take(bus("b1", NOW - 5)).join();

        // Then
        var record = broker.raw.get(0);
        assertThat(record.topic()).isEqualTo("raw.riverton-transit.vehicle-positions");
        assertThat(record.key()).isEqualTo("b1".getBytes());
        assertThat(record.timestamp()).isEqualTo((NOW - 5) * 1000);
        assertThat(FakeBroker.header(record, Headers.ID)).isEqualTo("b1:" + (NOW - 5));
        assertThat(FakeBroker.header(record, Headers.SOURCE)).isEqualTo("/feeds/riverton-transit.vehicle-positions");
        assertThat(FakeBroker.header(record, Headers.TIME))
                .isEqualTo(Instant.ofEpochSecond(NOW - 5).toString());
        assertThat(FakeBroker.header(record, Headers.SUBJECT)).isEqualTo("b1");
    }

    @Test
    void quarantinesARefusal_once() {
        // When
        BatchOutcome first = take(busAt("b1", NOW, 0, 0), bus("b2", NOW)).join();
        BatchOutcome second = take(busAt("b1", NOW, 0, 0), bus("b2", NOW + 1)).join();

        // Then
        assertThat(first.rejected()).isEqualTo(Map.of(ErrorCode.COORDINATES_ZERO, 1));
        assertThat(second.rejectedAgain()).isEqualTo(Map.of(ErrorCode.COORDINATES_ZERO, 1));
        assertThat(second.refused()).isEqualTo(1);
        assertThat(second.rejections()).hasSize(1);
        assertThat(broker.quarantine).hasSize(1);
        var refused = broker.quarantine.get(0);
        assertThat(FakeBroker.header(refused, Headers.CODE)).isEqualTo("coordinates-zero");
        assertThat(FakeBroker.header(refused, Headers.REASON)).contains("both zero");
        assertThat(FakeBroker.header(refused, Headers.REFUSED_AT))
                .isEqualTo(clock.instant().toString());
        assertThat(refused.timestamp()).isEqualTo(NOW * 1000);
        assertThat(health.view(null).rejected()).isEqualTo(Map.of("coordinates-zero", 1L));
    }

    @Test
    void publishesOnce_whenTheSameComesTwiceInOneMessage() {
        BatchOutcome outcome = take(bus("b1", NOW), bus("b1", NOW)).join();

        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.duplicate()).isEqualTo(1);
    }

    @Test
    void waitsForTheOther_whenTheSameComesMeanwhile() {
        // Given
        take().join();
        broker.holding = true;

        // When
        CompletableFuture<BatchOutcome> first = take(bus("b1", NOW));
        CompletableFuture<BatchOutcome> second = take(bus("b1", NOW));

        // Then
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        broker.acknowledge();
        assertThat(first.join().accepted()).isEqualTo(1);
        assertThat(second.join().duplicate()).isEqualTo(1);
        assertThat(broker.raw).hasSize(1);
    }

    @Test
    void failsBoth_whenTheOtherIsNotAcknowledged() {
        // Given
        take().join();
        broker.holding = true;
        CompletableFuture<BatchOutcome> first = take(bus("b1", NOW));
        CompletableFuture<BatchOutcome> second = take(bus("b1", NOW));

        // When
        broker.lost = r -> true;
        broker.acknowledge();

        // Then
        assertUnavailable(first);
        assertUnavailable(second);
        broker.lost = r -> false;
        assertThat(take(bus("b1", NOW)).join().accepted()).isEqualTo(1);
    }

    @Test
    void keepsNobodyWaiting_whenSortingThrows() {
        // Given
        List<Entity> broken = new ArrayList<>(MessageReader.read(message(bus("b1", NOW), busAt("b2", NOW, 0, 0)))
                .entities());
        broken.add(null);

        // When
        CompletableFuture<BatchOutcome> failed =
                intake.take(new Message(broken, 0)).toCompletableFuture();

        // Then
        assertThat(failed).isCompletedExceptionally();
        BatchOutcome next = take(bus("b1", NOW), busAt("b2", NOW, 0, 0)).getNow(null);
        assertThat(next.accepted()).isEqualTo(1);
        assertThat(next.rejected()).isEqualTo(Map.of(ErrorCode.COORDINATES_ZERO, 1));
    }

    @Test
    void keepsNobodyWaiting_whenSendingThrows() {
        // Given
        broker.throwing = r -> FakeBroker.header(r, Headers.SUBJECT).equals("b2");

        // When
        CompletableFuture<BatchOutcome> failed = take(bus("b1", NOW), bus("b2", NOW), bus("b3", NOW));

        // Then
        assertUnavailable(failed);
        broker.throwing = r -> false;
        BatchOutcome next = take(bus("b1", NOW), bus("b2", NOW), bus("b3", NOW)).getNow(null);
        assertThat(next.accepted()).isEqualTo(2);
        assertThat(broker.rawIds()).containsExactlyInAnyOrder("b1:" + NOW, "b2:" + NOW, "b3:" + NOW);
    }

    @Test
    void publishesOnceWhatCameUnacknowledged_thoughTheOtherWayInHasGoneOn() {
        // Given
        Intake past = new Intake(FEED, Lane::past, 10_000, broker, broker, health, clock, Runnable::run);
        broker.unacknowledged = r -> true;
        Message lastWeek = MessageReader.read(message(bus("b1", NOW - 604_800)));
        assertUnavailable(past.take(lastWeek).toCompletableFuture());
        broker.unacknowledged = r -> false;
        take(bus("b1", NOW)).join();

        // When
        BatchOutcome again = past.take(lastWeek).toCompletableFuture().join();

        // Then
        assertThat(again.duplicate()).isEqualTo(1);
        assertThat(broker.raw).hasSize(2);
    }

    @Test
    void publishesAgain_whatWasLost_andOnlyThat() {
        // Given
        broker.lost = r -> FakeBroker.header(r, Headers.SUBJECT).equals("b2");

        // When
        CompletableFuture<BatchOutcome> failed = take(bus("b1", NOW), bus("b2", NOW), bus("b3", NOW));

        // Then
        assertUnavailable(failed);
        broker.lost = r -> false;
        BatchOutcome again =
                take(bus("b1", NOW), bus("b2", NOW), bus("b3", NOW)).join();
        assertThat(again.accepted() + again.duplicate()).isEqualTo(3);
        assertThat(broker.rawIds()).containsExactlyInAnyOrder("b1:" + NOW, "b2:" + NOW, "b3:" + NOW);
        assertThat(health.view(null).accepted()).isEqualTo(3);
    }

    @Test
    void asksTheTopic_whenAnAcknowledgementWasLost() {
        // Given
        broker.unacknowledged = r -> true;

        // When
        CompletableFuture<BatchOutcome> failed = take(bus("b1", NOW), busAt("b2", NOW, 0, 0));

        // Then
        assertUnavailable(failed);
        broker.unacknowledged = r -> false;
        broker.away = true;
        assertUnavailable(take(bus("b1", NOW)));
        broker.away = false;
        BatchOutcome again = take(bus("b1", NOW), busAt("b2", NOW, 0, 0)).join();
        assertThat(again.accepted()).isZero();
        assertThat(again.positions()).isEqualTo(2);
        assertThat(broker.raw).hasSize(1);
        assertThat(health.view(null).accepted()).isEqualTo(1);
    }

    @Test
    void knowsWhatWasPublished_afterARestart() {
        // Given
        take(bus("b1", NOW), busAt("b2", NOW, 0, 0)).join();

        // When
        health = new FeedHealth(Tally.NOTHING_YET, clock);
        intake = intake();
        BatchOutcome again =
                take(bus("b1", NOW), busAt("b2", NOW, 0, 0), bus("b1", NOW + 1)).join();

        // Then
        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.duplicate()).isEqualTo(1);
        assertThat(again.rejected()).isEmpty();
        assertThat(broker.raw).hasSize(2);
        assertThat(broker.quarantine).hasSize(1);
        assertThat(health.view(null).accepted()).isEqualTo(2);
        assertThat(health.view(null).rejected()).isEqualTo(Map.of("coordinates-zero", 1L));
    }

    @Test
    void takesNothing_untilItKnowsWhatTheTopicsHold() {
        broker.away = true;
        assertUnavailable(take(bus("b1", NOW)));
        assertThat(broker.raw).isEmpty();
    }

    private static void assertUnavailable(CompletableFuture<?> outcome) {
        assertThatThrownBy(outcome::join).cause().isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.error())
                .isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
