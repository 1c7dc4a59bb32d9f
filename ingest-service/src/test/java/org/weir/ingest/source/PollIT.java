package org.weir.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.weir.ingest.Agencies.bus;
import static org.weir.ingest.Agencies.message;
import static org.weir.ingest.source.MisbehavingAgency.answering;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.weir.ingest.Api;
import org.weir.ingest.IngestStack;
import org.weir.schemas.http.Roles;

@QuarkusTest
@QuarkusTestResource(IngestStack.class)
class PollIT {
    private final long now = Instant.now().getEpochSecond();

    @Test
    void asksOnlyForWhatIsNew() throws Exception {
        try (MisbehavingAgency agency = new MisbehavingAgency()) {
            // Given
            agency.behave(MisbehavingAgency.tagged("\"one\"", message(bus("b1", now))));
            Api.polled("polla", "polla.positions", agency.url(), 0.2, 5);

            // Then
            await().until(() -> Api.health("polla.positions").getLong("polls.notModified") >= 2);
            assertThat(Api.health("polla.positions").getLong("polls.ok")).isEqualTo(1);
            assertThat(Api.health("polla.positions").getLong("accepted")).isEqualTo(1);
            agency.behave(MisbehavingAgency.tagged("\"two\"", message(bus("b1", now), bus("b1", now + 1))));
            await().until(() -> Api.health("polla.positions").getLong("accepted") == 2);
            assertThat(Api.health("polla.positions").getLong("duplicate")).isEqualTo(1);
        }
    }

    @Test
    void neverPollsAFeedTwiceAtOnce_andFollowsAChangeAtOnce() throws Exception {
        try (MisbehavingAgency slow = new MisbehavingAgency();
                MisbehavingAgency other = new MisbehavingAgency()) {
            // Given
            CountDownLatch release = new CountDownLatch(1);
            slow.behave(exchange -> {
                try {
                    release.await(300, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                answering(200, "application/x-protobuf", message(bus("b1", now)))
                        .handle(exchange);
            });
            other.behave(answering(200, "application/x-protobuf", message(bus("b2", now))));
            Api.polled("pollb", "pollb.positions", slow.url(), 0.1, 5);
            await().until(() -> slow.requests.get() >= 4);

            // When
            Api.as(Roles.OPS)
                    .body(Api.feedForm(
                            "pollb.positions", Map.of("kind", "poll", "url", other.url(), "everySeconds", 3600)))
                    .put("/api/v1/feeds/pollb.positions")
                    .then()
                    .statusCode(200);

            // Then
            await().until(() -> Api.health("pollb.positions").getLong("accepted") == 2);
            assertThat(slow.most.get()).isEqualTo(1);
            int seen = slow.requests.get();
            Api.as(Roles.OPS)
                    .body(Api.feedForm("pollb.positions", Map.of("kind", "push")))
                    .put("/api/v1/feeds/pollb.positions")
                    .then()
                    .statusCode(200);
            assertThat(other.requests.get()).isEqualTo(1);
            assertThat(slow.requests.get()).isEqualTo(seen);
        }
    }

    @Test
    void followsARedirect_andTakesJson() throws Exception {
        try (MisbehavingAgency agency = new MisbehavingAgency()) {
            byte[] json = org.weir.ingest.Agencies.json(org.weir.ingest.Agencies.jsonBus("b1", now, "38", "-77"))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            agency.behave(exchange -> {
                if (exchange.getRequestURI().getPath().equals("/moved")) {
                    answering(200, "text/plain", json).handle(exchange);
                } else {
                    exchange.getResponseHeaders().add("Location", "/moved");
                    exchange.sendResponseHeaders(301, -1);
                }
            });
            Api.polled("pollc", "pollc.positions", agency.url(), 1, 5);
            await().until(() -> Api.health("pollc.positions").getLong("accepted") == 1);
        }
    }
}
