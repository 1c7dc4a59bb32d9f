package org.weir.consent.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.transform.Pseudonymise;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

class SubjectNamesTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final KnownFeed KNOWN = new KnownFeed(
            FEED,
            "Buses",
            "Riverton Transit",
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
            false,
            ZoneId.of("America/New_York"));
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));

    /** The third key is gone. */
    private final SubjectNames names = new SubjectNames(
            feed -> Optional.of(KNOWN),
            (agreement, purpose, epoch) -> epoch == 3 ? Optional.empty() : Optional.of(key(epoch)));

    @Test
    void isTheSubjectItself_whereNothingWasAgreedOnIt() {
        SubjectNames.Names found = of(1, "bus-7 \"é\"", plain());

        assertThat(found).isEqualTo(new SubjectNames.Names(java.util.Set.of("bus-7 \"é\""), true));
        assertThat(of(1, "bus-7", plain()).names()).containsExactly("bus-7");
    }

    @Test
    void isOnePseudonym_forEachKeyThereWas() {
        SubjectNames.Names found = of(2, "bus-7", under(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")));

        assertThat(found.complete()).isTrue();
        assertThat(found.names()).containsExactlyInAnyOrder(pseudonym(1, "bus-7"), pseudonym(2, "bus-7"));
    }

    @Test
    void isAnotherNameEachDay_whereNamesRotateByDay() {
        SubjectNames.Names found =
                of(1, "bus-7", under(new Obligation("rotateId", "vehicle.id", Map.of("per", "day"))));

        assertThat(found.complete()).isTrue();
        assertThat(found.names()).hasSize(2).doesNotContain("bus-7", pseudonym(1, "bus-7"));
    }

    @Test
    void saysThatItDoesNotKnowAll_whereNamesRotateByTrip_orAKeyIsGone() {
        SubjectNames.Names byTrip =
                of(1, "bus-7", under(new Obligation("rotateId", "vehicle.id", Map.of("per", "trip"))));
        assertThat(byTrip.complete()).isFalse();
        assertThat(byTrip.names()).isEmpty();

        SubjectNames.Names gone = of(3, "bus-7", under(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")));
        assertThat(gone.complete()).isFalse();
        assertThat(gone.names()).hasSize(2);
    }

    @Test
    void isNobody_whereTheSubjectDoesNotFlow() {
        AgreementDocument document =
                Documents.of("speeds", FEED, List.of("position.speed", "timestamp"), List.of(), null, null);

        assertThat(of(1, "bus-7", document)).isEqualTo(new SubjectNames.Names(java.util.Set.of(), true));
    }

    @Test
    void knowsTheNamesOfEveryVersion() {
        SubjectNames.Names found =
                of(1, "bus-7", plain(), under(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")));

        assertThat(found.names()).containsExactlyInAnyOrder("bus-7", pseudonym(1, "bus-7"));
    }

    private SubjectNames.Names of(int keyEpochs, String subject, AgreementDocument... versions) {
        return names.of(List.of(versions), keyEpochs, KNOWN, subject, DAYS);
    }

    private static AgreementDocument plain() {
        return under();
    }

    private static AgreementDocument under(Obligation... obligations) {
        return Documents.of("speeds", FEED, Documents.FIELDS, List.of(obligations), null, null);
    }

    private static String pseudonym(int epoch, String subject) {
        byte[] value = subject.getBytes(StandardCharsets.UTF_8);
        byte[] quoted = new Pseudonymise(key(epoch), "vehicle.id").writer().rewrite(value, 0, value.length);
        return new String(quoted, 1, quoted.length - 2, StandardCharsets.UTF_8);
    }

    private static byte[] key(int epoch) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) epoch);
        return key;
    }
}
