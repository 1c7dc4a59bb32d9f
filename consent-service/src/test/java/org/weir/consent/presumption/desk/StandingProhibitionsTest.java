package org.weir.consent.presumption.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.Deadlines;
import org.weir.consent.agreement.ExceptionCommand;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Texts;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;

/** How often prohibitions are looked for; beats are half a second apart. */
class StandingProhibitionsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    private final List<WrittenProhibition> filed = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private int asked;
    private int replayed;
    private boolean fails;
    private long nanos = Long.MAX_VALUE - 1;

    private final StandingProhibitions prohibitions = new StandingProhibitions(
            () -> {
                asked++;
                return List.copyOf(filed);
            },
            () -> {
                replayed++;
                return List.of(drawn());
            },
            each -> {
                if (fails) {
                    throw new IllegalStateException("The database is away.");
                }
                ended.add(each.agreement().value());
            },
            () -> nanos);

    @Test
    void looks_atTheStart_andThenSeldom() {
        filed.add(prohibition());
        beats(60);
        assertThat(asked).isEqualTo(1);
        assertThat(replayed).isEqualTo(1);
        assertThat(ended).containsExactly("drawn");
        beats(61);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void looks_atTheNextBeat_afterAFiling() {
        beats(3);
        filed.add(prohibition());
        prohibitions.soon();
        beats(3);
        assertThat(asked).isEqualTo(2);
        assertThat(ended).containsExactly("drawn");
    }

    @Test
    void looksAgain_atTheNextBeat_whereOneCouldNotBeEnded() {
        filed.add(prohibition());
        fails = true;
        beats(2);
        fails = false;
        beats(10);
        assertThat(asked).isEqualTo(3);
        assertThat(ended).containsExactly("drawn");
    }

    @Test
    void replaysNothing_whereNothingIsProhibited() {
        beats(200);
        assertThat(replayed).isZero();
    }

    private void beats(int n) {
        for (int i = 0; i < n; i++) {
            prohibitions.beat();
            nanos += Duration.ofMillis(500).toNanos();
        }
    }

    private static WrittenProhibition prohibition() {
        return new WrittenProhibition("p", FEED, "49 CFR 1520", "security", "olga", NOW);
    }

    private static Agreement drawn() {
        AgreementDocument document = Texts.with(
                Documents.of("drawn", FEED, Documents.FIELDS, List.of(), null, null),
                json -> json.put("presumption", "ohio"));
        Act act = new Act(NOW, "rita", Side.ASSIGNEE, Deadlines.USUAL);
        return Agreement.after(
                null,
                new Agreement.Numbered(
                        1, new ExceptionCommand.Draw(document).decide(null, act).get(0)));
    }
}
