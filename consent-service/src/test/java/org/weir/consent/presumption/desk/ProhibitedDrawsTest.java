package org.weir.consent.presumption.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.Act;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementCommand;
import org.weir.consent.agreement.Deadlines;
import org.weir.consent.agreement.EndCommand;
import org.weir.consent.agreement.ExceptionCommand;
import org.weir.consent.agreement.Side;
import org.weir.consent.agreement.Texts;
import org.weir.consent.presumption.WrittenProhibition;
import org.weir.consent.presumption.desk.ProhibitedDraws.Forbidden;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What a prohibition ends, however long the receipts take. */
class ProhibitedDrawsTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final WrittenProhibition FILED =
            new WrittenProhibition("p", FEED, "49 CFR 1520", "security", "olga", NOW);

    @Test
    void findsWhatWasDrawn_andHasNotEnded() {
        Agreement drawn = drawn("drawn", FEED);
        Agreement ended = drawn("ended", FEED);
        ended = after(ended, new EndCommand.EndWith("over"), null);
        Agreement ofAnother = drawn("of-another", FeedId.of("lakeside.buses"));

        assertThat(ProhibitedDraws.of(List.of(drawn, ended, ofAnother), List.of(FILED)))
                .containsExactly(new Forbidden(
                        drawn.document().uid(),
                        "riverton-transit filed that 49 CFR 1520 forbids sharing " + FEED + "."));
        assertThat(ProhibitedDraws.of(List.of(drawn), List.of())).isEmpty();
    }

    @Test
    void findsWhatAProhibitionHasEnded_forWhoeverFilesItAgain() {
        String because = ProhibitedDraws.because(FILED);
        Agreement ended = after(drawn("ended", FEED), new EndCommand.EndWith(because), null);
        Agreement otherwise = after(drawn("otherwise", FEED), new EndCommand.EndWith("over"), null);
        WrittenProhibition filedLater =
                new WrittenProhibition("p2", FEED, "49 CFR 1520", "security", "olga", NOW.plusSeconds(1));

        assertThat(ProhibitedDraws.endedBy(List.of(ended, otherwise, drawn("goes-on", FEED)), FILED))
                .containsExactly(new Forbidden(ended.document().uid(), because));
        assertThat(ProhibitedDraws.endedBy(List.of(ended), filedLater)).isEmpty();
    }

    @Test
    void endsAll_beforeItWaitsForTheFirstReceipt() {
        // Given three draws, and an enforcer that does not confirm
        List<Agreement> all = List.of(drawn("one", FEED), drawn("two", FEED), drawn("three", FEED));
        List<String> ended = new ArrayList<>();

        // When
        assertThatThrownBy(() -> PresumptionDesk.endAll(
                        ProhibitedDraws.of(all, List.of(FILED)),
                        each -> ended.add(each.agreement().value()),
                        each -> {
                            throw new Refusal(ErrorCode.RECEIPT_PENDING, "Not yet.");
                        }))
                .isInstanceOf(Refusal.class);

        // Then none goes on
        assertThat(ended).containsExactly("one", "two", "three");
    }

    private static Agreement drawn(String id, FeedId feed) {
        AgreementDocument document = Texts.with(
                Documents.of(id, feed, Documents.FIELDS, List.of(), null, null),
                json -> json.put("presumption", "ohio"));
        return after(null, new ExceptionCommand.Draw(document), Side.ASSIGNEE);
    }

    private static Agreement after(Agreement before, AgreementCommand command, Side side) {
        Agreement agreement = before;
        for (var event : command.decide(before, new Act(NOW, "rita", side, Deadlines.USUAL))) {
            long epoch = agreement == null ? 1 : agreement.epoch() + 1;
            agreement = Agreement.after(agreement, new Agreement.Numbered(epoch, event));
        }
        return agreement;
    }
}
