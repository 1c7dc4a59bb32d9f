package org.weir.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.consent.transform.Shaping.of;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.transform.PseudonymKeys;
import org.weir.consent.transform.Shaping;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

/** Whatever an agreement says, there is a plan; what is not understood to the last word withholds. */
class PlanCompilerTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final PseudonymKeys FIRST_EPOCH_ONLY =
            (agreement, purpose, epoch) -> epoch == 1 ? Optional.of(Shaping.KEY) : Optional.empty();

    @Test
    void compiles_whatIsUnderstood_withItsHash_delayAndCap() {
        AgreementDocument a = document(
                null,
                of("pseudonymise", "vehicle.id"),
                of("delay", null, "by", "PT15M"),
                of("limitUse", null, "records", "9", "per", "total"));

        CompiledPlan plan = compile(a, 1, FIRST_EPOCH_ONLY);

        assertThat(plan.flawed()).isEmpty();
        assertThat(plan.hash()).isEqualTo(ContentHash.of(a));
        assertThat(plan.delivery().delay()).isEqualTo(Duration.ofMinutes(15));
        assertThat(plan.delivery().limit()).isEqualTo(new Delivery.Limit(9, false));
    }

    @Test
    void withholds_whereOneWordIsNotUnderstood() {
        for (Obligation each : List.of(
                of("kThreshold", null),
                of("pseudonymise", "vehicle.id", "salt", "x"),
                of("coarsenLocation", "position", "resolution", "99"),
                of("generalise", "position.speed", "to", "nothing"))) {
            assertThat(compile(document(null, each), 1, FIRST_EPOCH_ONLY).flaw())
                    .as(each.toString())
                    .isEqualTo(ReasonCode.UNKNOWN_TERM);
        }
        assertThat(compile(document(new Refinement("trip.nothing == 1", null, null, null)), 1, FIRST_EPOCH_ONLY)
                        .flaw())
                .isEqualTo(ReasonCode.UNKNOWN_TERM);
    }

    @Test
    void withholds_withoutTheKeyOfItsEpoch_onlyWhereAKeyIsNeeded() {
        assertThat(compile(document(null, of("sample", null, "share", "0.5")), 2, FIRST_EPOCH_ONLY)
                        .flaw())
                .isEqualTo(ReasonCode.KEY_MISSING);
        assertThat(compile(document(null, of("mask", "vehicle.id", "showLast", "2")), 2, FIRST_EPOCH_ONLY)
                        .flaw())
                .isNull();
    }

    @Test
    void neverThrows_whateverFails() {
        PseudonymKeys broken = (agreement, purpose, epoch) -> {
            throw new IllegalStateException("The disk is gone.");
        };
        PseudonymKeys unloadable = (agreement, purpose, epoch) -> {
            throw new NoClassDefFoundError("h3");
        };
        for (PseudonymKeys keys : List.of(broken, unloadable)) {
            assertThat(compile(document(null, of("pseudonymise", "vehicle.id")), 1, keys)
                            .flaw())
                    .isEqualTo(ReasonCode.UNKNOWN_TERM);
        }
    }

    private static AgreementDocument document(Refinement refinement, Obligation... obligations) {
        return Shaping.document(Documents.FIELDS, refinement, List.of(obligations));
    }

    private static CompiledPlan compile(AgreementDocument document, int keyEpoch, PseudonymKeys keys) {
        AgreementRecord record =
                new AgreementRecord(7, AgreementState.ACTIVE, null, keyEpoch, document, Instant.EPOCH, "dana");
        KnownFeed feed = new KnownFeed(FEED, "Buses", "Riverton", Shaping.CONTRACT, false, Shaping.ZONE);
        return new PlanCompiler(id -> Optional.of(feed), keys).compile(record, FEED);
    }
}
