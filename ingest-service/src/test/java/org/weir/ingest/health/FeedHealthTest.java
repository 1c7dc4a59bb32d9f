package org.weir.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.schemas.problem.ErrorCode;

class FeedHealthTest {
    private static final Duration PERIOD = Duration.ofSeconds(60);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final FeedHealth health = new FeedHealth(Tally.NOTHING_YET, clock);

    @Test
    void saysHowTheFeedDoes() {
        assertThat(health.view(PERIOD).state()).isEqualTo("waiting");
        health.polled(new PollOutcome.Took(batch(3, 1, Map.of())));
        assertThat(health.view(PERIOD).state()).isEqualTo("flowing");
        now = now.plusSeconds(241);
        assertThat(health.view(PERIOD).state()).isEqualTo("quiet");
        health.polled(new PollOutcome.Failed(ErrorCode.SOURCE_TIMEOUT, null));
        assertThat(health.view(PERIOD).state()).isEqualTo("failing");
        health.polled(new PollOutcome.NotModified());
        assertThat(health.view(PERIOD).state()).isEqualTo("quiet");
        assertThat(health.view(PERIOD).polls()).isEqualTo(new Tally.Polls(1, 1, 1));
    }

    @Test
    void keepsEachFaultInView_afterTheNextGoodPoll() {
        // When
        health.polled(new PollOutcome.Failed(ErrorCode.BODY_EMPTY, "a"));
        health.polled(new PollOutcome.Failed(ErrorCode.SOURCE_TIMEOUT, null));
        health.polled(new PollOutcome.Failed(ErrorCode.BODY_EMPTY, "b"));

        // Then
        assertThat(health.view(PERIOD).lastOutcome().code()).isEqualTo("body-empty");
        health.polled(new PollOutcome.Took(batch(1, 0, Map.of())));
        assertThat(health.view(PERIOD).lastOutcome()).isNull();
        assertThat(health.view(PERIOD).faults())
                .extracting(Fault::code, Fault::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("body-empty", "b"),
                        org.assertj.core.groups.Tuple.tuple("source-timeout", null));
    }

    @Test
    void tellsARefusedRecord() {
        health.pushed(batch(1, 0, Map.of(ErrorCode.COORDINATES_ZERO, 2)));
        assertThat(health.view(null).lastOutcome().code()).isEqualTo("coordinates-zero");
        assertThat(health.view(null).state()).isEqualTo("flowing");
    }

    @Test
    void countsARefusalOnce_howeverOftenItsOffsetIsTold() {
        health.quarantined(0, "coordinates-zero");
        health.quarantined(2, "no-timestamp");
        health.quarantined(0, "coordinates-zero");
        health.quarantined(2, "no-timestamp");
        assertThat(health.view(null).rejected()).isEqualTo(Map.of("coordinates-zero", 1L, "no-timestamp", 1L));
    }

    @Test
    void comesBackFromItsTally() throws Exception {
        // Given
        health.polled(new PollOutcome.Failed(ErrorCode.BODY_EMPTY, "a"));
        health.polled(new PollOutcome.Took(batch(1, 7, Map.of())));
        health.quarantined(4, "no-timestamp");
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

        // When
        Tally stored = json.readValue(json.writeValueAsString(health.tally()), Tally.class);

        // Then
        assertThat(stored).isEqualTo(health.tally());
        HealthView view = new FeedHealth(stored, clock).view(PERIOD);
        assertThat(view.duplicate()).isEqualTo(7);
        assertThat(view.rejected()).isEqualTo(Map.of("no-timestamp", 1L));
        assertThat(view.faults()).hasSize(1);
        assertThat(view.polls()).isEqualTo(new Tally.Polls(1, 0, 1));
    }

    private static BatchOutcome batch(int accepted, int duplicate, Map<ErrorCode, Integer> rejected) {
        return new BatchOutcome(accepted, duplicate, rejected, Map.of(), 0, List.of());
    }
}
