package org.weir.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.ingest.feed.FeedForm.SourceForm;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class FormsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String CONTRACT = "gtfs-realtime-vehicle-positions";

    @ParameterizedTest
    @CsvSource({
        ", n, Europe/Paris, MISSING_FIELD",
        "a, , Europe/Paris, MISSING_FIELD",
        "a, n, , MISSING_FIELD",
        "A b, n, Europe/Paris, BAD_ID",
        "a, n, Mars/Olympus, BAD_TIMEZONE"
    })
    void refusesAnAgency(String id, String name, String timezone, ErrorCode code) {
        assertThat(codeOf(() -> new AgencyForm(id, name, timezone).agency(NOW))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        ", t, " + CONTRACT + ", poll, http://h/x, 15, MISSING_FIELD",
        "a, t, " + CONTRACT + ", poll, http://h/x, 15, BAD_ID",
        "a.b, , " + CONTRACT + ", poll, http://h/x, 15, MISSING_FIELD",
        "a.b, t, nothing-such, poll, http://h/x, 15, UNKNOWN_CONTRACT",
        "a.b, t, ../../etc/passwd, poll, http://h/x, 15, UNKNOWN_CONTRACT",
        "a.b, t, " + CONTRACT + ", , http://h/x, 15, MISSING_FIELD",
        "a.b, t, " + CONTRACT + ", carrier-pigeon, http://h/x, 15, BAD_SOURCE",
        "a.b, t, " + CONTRACT + ", poll, , 15, MISSING_FIELD",
        "a.b, t, " + CONTRACT + ", poll, file:///etc/passwd, 15, BAD_URL",
        "a.b, t, " + CONTRACT + ", poll, http://u:p@h/x, 15, BAD_URL",
        "a.b, t, " + CONTRACT + ", poll, http://h/ x, 15, BAD_URL",
        "a.b, t, " + CONTRACT + ", poll, http://h/x, 0, BAD_SOURCE",
        "a.b, t, " + CONTRACT + ", poll, http://h/x, -1, BAD_SOURCE",
        "a.b, t, " + CONTRACT + ", poll, http://h/x, NaN, BAD_SOURCE",
        "a.b, t, " + CONTRACT + ", poll, http://h/x, 1e300, BAD_SOURCE"
    })
    void refusesAFeed(String id, String title, String contract, String kind, String url, Double every, ErrorCode code) {
        FeedForm form = new FeedForm(id, title, contract, null, null, null, new SourceForm(kind, url, every, null));
        assertThat(codeOf(() -> form.feed(NOW))).isEqualTo(code);
    }

    @Test
    void takesFractionsOfASecond() {
        FeedForm form = new FeedForm(
                "a.b",
                "t",
                CONTRACT,
                "https://h/gtfs.zip",
                true,
                null,
                new SourceForm("poll", "http://h/x", 0.2, null));

        Feed feed = form.feed(NOW);

        Source.Poll poll = (Source.Poll) feed.source();
        assertThat(poll.every()).isEqualTo(Duration.ofMillis(200));
        assertThat(poll.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(feed.recorded()).isTrue();
        assertThat(feed.contractVersion()).isNotBlank();
    }

    private static ErrorCode codeOf(Runnable work) {
        try {
            work.run();
            return null;
        } catch (Refusal refusal) {
            return refusal.error();
        }
    }
}
