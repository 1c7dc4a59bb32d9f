package org.weir.dashboard.live.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.dashboard.TinyGtfs;
import org.weir.dashboard.standing.Standings;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementNotice;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.feed.FeedAnnouncement;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.topic.SharedTopic;

class ChannelTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final FeedId FEED = FeedId.of("tiny.vehicle-positions");
    private static final RecipientId US = new RecipientId("city-planning");
    private static final AgreementId AGREEMENT = new AgreementId("a");

    private final Standings standings = new Standings(US);
    private final Fleets fleets = new Fleets(standings, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Channel channel = new Channel(
            FEED, standings, fleets, new LiveEvents(new ObjectMapper().registerModule(new JavaTimeModule())));
    private final List<OutboundSseEvent> events = new ArrayList<>();
    private boolean ended;

    @BeforeEach
    void aRecordedFeedUnderAnAgreement() {
        standings.announced(new FeedAnnouncement(
                FEED, "Buses", "Tiny Transit", ZoneId.of("UTC"), "c", "1.0.0", null, true, Instant.EPOCH));
        var target = new Target(FEED, "1.0.0", List.of("vehicle.id"));
        var document = new AgreementDocument(
                AGREEMENT,
                1,
                AgreementDocument.PROFILE,
                "Title",
                FEED.agency(),
                US,
                null,
                "transit-planning",
                target,
                List.of(),
                null,
                null,
                30);
        standings.noticed(new AgreementNotice(1, AgreementState.ACTIVE, document, Instant.EPOCH));
    }

    private void watch(Instant until) {
        Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        out -> channel.join(new Viewer(out, new SseImpl(), until)), BackPressureStrategy.BUFFER)
                .subscribe()
                .with(events::add, fault -> {}, () -> ended = true);
    }

    private void share(long timestamp) throws IOException {
        SharedTopic topic = new SharedTopic(US, AGREEMENT, FEED);
        fleets.accept(topic, PositionWriter.write(TinyGtfs.bus("b", "e-8", 0, timestamp)), true);
    }

    private String health() {
        return events.stream()
                .filter(e -> e.getName().equals("health"))
                .map(e -> (String) e.getData())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysNoLag_whereTheAgreementWithholdsTheTime() throws IOException {
        // Given
        share(0);
        watch(NOW.plusSeconds(60));

        // When
        channel.tick(NOW, true);

        // Then
        assertThat(health()).contains("\"lagSeconds\":null", "\"received\":1");
    }

    @Test
    void saysHowLongAgoTheNewestCame_ofARecordedFeed() throws IOException {
        share(1_000);
        watch(NOW.plusSeconds(60));
        channel.tick(NOW, true);
        assertThat(health()).contains("\"lagSeconds\":0");
    }

    @Test
    void endsTheStream_onTheSecondTheTokenEnds() {
        // Given
        watch(NOW.plusSeconds(60));
        channel.tick(NOW.plusMillis(59_999), true);
        assertThat(ended).isFalse();
        int before = events.size();

        // When
        channel.tick(NOW.plusSeconds(60), true);

        // Then
        assertThat(ended).isTrue();
        assertThat(events).hasSize(before);
        assertThat(channel.empty()).isTrue();
    }
}
