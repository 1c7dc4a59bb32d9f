package org.weir.consent.agreement.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.Agreement;
import org.weir.consent.agreement.AgreementEvent;
import org.weir.consent.agreement.DestructionEvent;
import org.weir.consent.agreement.EndEvent;
import org.weir.consent.agreement.ExceptionEvent;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.DestructionCertificate;
import org.weir.schemas.id.FeedId;

class OverdueDestructionsTest {
    private static final Instant ENDED = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant DUE = ENDED.plus(Duration.ofDays(7));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OverdueDestructions overdue = new OverdueDestructions(meters);

    @Test
    void alarms_onceADestructionIsOverdue_untilItIsCertified() {
        Agreement owed = ended("owed");
        Agreement other = ended("other");

        assertThat(overdue.look(List.of(owed, other), DUE)).isEmpty();
        assertThat(alarm()).isZero();

        assertThat(overdue.look(List.of(owed, other), DUE.plusMillis(1))).hasSize(2);
        assertThat(overdue.look(List.of(owed, other), DUE.plusMillis(2))).isEmpty();
        assertThat(alarm()).isEqualTo(2);

        assertThat(overdue.look(List.of(owed, certified("other")), DUE.plusSeconds(1)))
                .isEmpty();
        assertThat(alarm()).isEqualTo(1);
    }

    private double alarm() {
        return meters.get(OverdueDestructions.METER).gauge().value();
    }

    private static Agreement ended(String id) {
        return replay(id, List.of());
    }

    private static Agreement certified(String id) {
        AgreementDocument document = document(id);
        DestructionCertificate certificate = new DestructionCertificate(
                document.uid(), document.assignee(), 3, Map.of("files", 1L), "rita", DUE.plusMillis(500));
        return replay(id, List.of(new DestructionEvent.DestructionCertified(certificate, DUE.plusMillis(500), "rita")));
    }

    private static Agreement replay(String id, List<AgreementEvent> more) {
        List<AgreementEvent> events = new ArrayList<>(List.of(
                new ExceptionEvent.Drawn(document(id), ENDED.minusSeconds(60), "rita"),
                new EndEvent.Revoked("test", ENDED, "olga"),
                new DestructionEvent.DestructionDemanded(ENDED, DUE, ENDED, "clock")));
        events.addAll(more);
        List<Agreement.Numbered> numbered = new ArrayList<>();
        events.forEach(event -> numbered.add(new Agreement.Numbered(numbered.size() + 1, event)));
        return Agreement.replay(numbered).orElseThrow();
    }

    private static AgreementDocument document(String id) {
        return Documents.buses(id, FeedId.of("late.vehicle-positions"));
    }
}
