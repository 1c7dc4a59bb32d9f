package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

class PlainLanguageTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final KnownFeed KNOWN = new KnownFeed(
            FEED,
            "Where buses are",
            "Riverton Transit",
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
            false);

    @Test
    void saysWho_what_why_onWhichAuthority_howLong() {
        List<String> sentences = PlainLanguage.of(
                Documents.of(
                        "a",
                        FEED,
                        List.of("vehicle.id", "position.latitude"),
                        List.of(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")),
                        null,
                        Instant.parse("2027-01-01T00:00:00Z")),
                KNOWN);

        assertThat(sentences)
                .hasSize(8)
                .contains(
                        "Riverton Transit shares “Where buses are” with city-planning.",
                        "It may be used for this purpose only: Plan bus service, bus lanes and signals.",
                        "The authority for it is: Riverton Code 12.3.",
                        "What flows: Vehicle id; Degrees north, WGS 84.",
                        "The recipient may keep each record for 30 days.")
                .anyMatch(s -> s.startsWith("What stays behind: ") && s.contains("Licence plate"))
                .anyMatch(s -> s.startsWith("In place of “Vehicle id” goes a code"))
                .anyMatch(s -> s.contains("until January 1, 2027"));
    }

    @Test
    void staysReadable_whereTheFeedIsGone() {
        assertThat(PlainLanguage.of(Documents.buses("a", FEED), null)).hasSizeBetween(5, 8);
    }
}
