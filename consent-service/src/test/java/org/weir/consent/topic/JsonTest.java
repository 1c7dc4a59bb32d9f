package org.weir.consent.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.LedgerEntry;
import org.weir.schemas.ledger.ReasonCode;

class JsonTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");

    @Test
    void writesAndReads_whatTheTopicsCarry() {
        AgreementRecord record = new AgreementRecord(
                3, AgreementState.ACTIVE, Documents.buses("a", FEED), Instant.parse("2026-03-02T12:00:00Z"), "dana");
        LedgerEntry entry = new LedgerEntry(
                "e", 3, FEED, null, 0, 2, 0, Map.of(ReasonCode.NO_AGREEMENT, 2L), 0, List.of(), Instant.EPOCH);

        assertThat(Json.own(Json.text(record), AgreementRecord.class)).isEqualTo(record);
        assertThat(Json.own(Json.text(entry), LedgerEntry.class)).isEqualTo(entry);
        assertThat(Json.text(entry)).contains("\"no-agreement\":2");
    }

    @Test
    void refuses_aTermThatItDoesNotKnow() {
        String known = Json.text(Documents.buses("a", FEED));
        assertThatThrownBy(() -> Json.STRICT.readValue(
                        known.replace("\"title\"", "\"spatial\":{},\"title\""), AgreementDocument.class))
                .hasMessageContaining("spatial");
    }
}
