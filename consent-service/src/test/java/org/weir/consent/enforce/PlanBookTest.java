package org.weir.consent.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weir.schemas.agreement.AgreementState.ACTIVE;
import static org.weir.schemas.agreement.AgreementState.DRAFT;
import static org.weir.schemas.agreement.AgreementState.REVOKED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.policy.CompiledPlan;
import org.weir.consent.policy.PlanCompiler;
import org.weir.consent.policy.Plans;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.AgreementRecord;
import org.weir.schemas.agreement.AgreementState;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.agreement.Tier;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.ledger.ReasonCode;

class PlanBookTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
    private static final FeedId BUSES = FeedId.of("riverton.buses");
    private static final FeedId TRAMS = FeedId.of("riverton.trams");
    private static final FeedId FERRIES = FeedId.of("riverton.ferries");
    private static final FeedId ELSEWHERE = FeedId.of("lakeside.buses");

    private final Map<FeedId, KnownFeed> known = new HashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final PlanBook book = book();

    @Test
    void compilesAPlan_forTheFeedThatAnAgreementNames() {
        register(BUSES, TRAMS);
        take(record("a", BUSES, 3, ACTIVE));

        assertThat(book.plans().epoch()).isEqualTo(3);
        assertThat(book.plans().of(BUSES)).hasSize(1).allMatch(plan -> plan.flaw() == null);
        assertThat(book.plans().of(TRAMS)).isEmpty();
    }

    @Test
    void compilesAPlan_forEveryFeedOfTheAgency_alsoForThoseRegisteredLater() {
        register(BUSES, FERRIES, ELSEWHERE);
        take(new AgreementRecord(1, ACTIVE, enterprise("a", FERRIES), NOW, "dana"));
        assertThat(book.plans().of(BUSES)).hasSize(1);
        assertThat(book.plans().of(FERRIES)).as("an exception").isEmpty();
        assertThat(book.plans().of(ELSEWHERE)).as("another agency's").isEmpty();
        CompiledPlan buses = book.plans().of(BUSES)[0];

        register(BUSES, FERRIES, ELSEWHERE, TRAMS);

        assertThat(book.plans().of(TRAMS)).hasSize(1).allMatch(plan -> plan.flaw() == null);
        assertThat(book.plans().of(BUSES)[0]).isSameAs(buses);
    }

    @Test
    void withholds_untilTheFeedIsRegistered_andThenShares() {
        take(record("a", BUSES, 1, ACTIVE));
        assertThat(book.plans().of(BUSES)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);

        register(BUSES);
        assertThat(book.plans().of(BUSES)[0].flaw()).isNull();

        register();
        assertThat(book.plans().of(BUSES)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);
    }

    @Test
    void leavesEveryOtherPlanAsItIs_whenOneAgreementChanges() {
        register(BUSES, TRAMS);
        take(record("a", BUSES, 1, ACTIVE));
        take(record("b", TRAMS, 2, ACTIVE));
        take(record("c", BUSES, 3, ACTIVE));
        Plans before = book.plans();

        take(record("c", BUSES, 4, REVOKED));

        assertThat(book.plans().of(TRAMS)).isSameAs(before.of(TRAMS));
        assertThat(book.plans().of(BUSES)[0]).isSameAs(before.of(BUSES)[0]);
        assertThat(book.plans().of(BUSES)[1].state()).isEqualTo(REVOKED);
        assertThat(before.of(BUSES)[1].state()).as("of the epoch before").isEqualTo(ACTIVE);
    }

    @Test
    void knowsNoPlan_forADraft_norForAnAgreementThatOnlyBoundsOthers() {
        register(BUSES);
        take(record("a", BUSES, 1, DRAFT));
        AgreementDocument dsa = Documents.buses("b", BUSES);
        take(new AgreementRecord(2, ACTIVE, tier(dsa, Tier.DSA, dsa.target()), NOW, "dana"));
        take(new AgreementRecord(3, ACTIVE, tier(Documents.buses("c", BUSES), Tier.MOU, null), NOW, "dana"));

        assertThat(book.plans().of(BUSES)).isEmpty();
        assertThat(book.plans().epoch()).isEqualTo(3);
    }

    @Test
    void moves_whenAnAmendmentIsAboutAnotherFeed() {
        register(BUSES, TRAMS);
        take(record("a", BUSES, 1, ACTIVE));
        take(record("a", TRAMS, 2, ACTIVE));

        assertThat(book.plans().of(BUSES)).isEmpty();
        assertThat(book.plans().of(TRAMS)).hasSize(1);
    }

    @Test
    void staysRevoked_whenAnOlderChangeComesLate_orTheAgreementWasTakenAway() {
        register(BUSES);
        take(record("a", BUSES, 5, REVOKED));
        take(record("a", BUSES, 4, ACTIVE));
        take(record("a", BUSES, 5, ACTIVE));
        assertThat(book.plans().of(BUSES)[0].state()).isEqualTo(REVOKED);

        book.take(HeardAgreement.of("a", null));
        take(record("a", BUSES, 4, ACTIVE));
        assertThat(book.plans().of(BUSES)).isEmpty();
    }

    @Test
    void withholdsOnEveryFeedCoveredBefore_whatCannotBeReadAnyMore() {
        register(BUSES, TRAMS);
        take(new AgreementRecord(1, ACTIVE, enterprise("a"), NOW, "dana"));

        book.take(HeardAgreement.of("a", "{\"epoch\":2,".getBytes(StandardCharsets.UTF_8)));

        assertThat(book.plans().of(BUSES)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);
        assertThat(book.plans().of(TRAMS)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);
    }

    @Test
    void doesNotBelieveTheEpoch_ofWhatCannotBeRead_soThatTheNextChangeTakesEffect() {
        register(BUSES);
        take(record("a", BUSES, 3, ACTIVE));

        book.take(HeardAgreement.of("a", garbage(Long.MAX_VALUE)));
        assertThat(book.plans().of(BUSES)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);
        assertThat(book.plans().epoch()).as("confirmed to the hub").isEqualTo(3);

        take(record("a", BUSES, 4, REVOKED));
        assertThat(book.plans().of(BUSES)[0].state()).isEqualTo(REVOKED);
        assertThat(book.plans().epoch()).isEqualTo(4);
    }

    @Test
    void confirmsNothing_whereNothingCouldBeRead() {
        register(BUSES);
        book.take(HeardAgreement.of("a", garbage(7)));

        assertThat(book.plans().epoch()).isZero();
        assertThat(book.plans().of(BUSES)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);

        take(record("a", BUSES, 1, ACTIVE));
        assertThat(book.plans().of(BUSES)[0].flaw()).isNull();
        assertThat(book.plans().epoch()).isEqualTo(1);
    }

    @Test
    void keepsWithholding_whatCannotBeRead_whenOlderChangesComeAgain_evenWhereItNamesAnOldEpoch() {
        register(BUSES);
        take(record("a", BUSES, 5, ACTIVE));
        book.take(HeardAgreement.of("a", garbage(1)));

        take(record("a", BUSES, 4, ACTIVE));
        take(record("a", BUSES, 5, ACTIVE));
        book.take(HeardAgreement.of("a", garbage(1)));

        assertThat(book.plans().of(BUSES)[0].flaw()).isEqualTo(ReasonCode.UNKNOWN_TERM);
        assertThat(book.plans().epoch()).isEqualTo(5);
    }

    @Property(tries = 60)
    void comesToTheSamePlans_inWhateverOrderAndHoweverOftenChangesCome(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> agreements, @ForAll long seed) {
        register(BUSES, TRAMS);
        List<AgreementRecord> changes = new ArrayList<>();
        for (int n = 0; n < agreements.size(); n++) {
            AgreementState state = AgreementState.values()[(n * 7 + agreements.get(n)) % 19];
            changes.add(record("a-" + agreements.get(n), n % 2 == 0 ? BUSES : TRAMS, n + 1, state));
        }
        PlanBook inOrder = book();
        PlanBook book = book();
        book.feeds(Map.copyOf(known));
        inOrder.feeds(Map.copyOf(known));
        changes.forEach(each -> inOrder.take(heard(each)));

        List<AgreementRecord> shuffled = new ArrayList<>(changes);
        shuffled.addAll(changes);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.forEach(each -> book.take(heard(each)));

        assertThat(book.plans().epoch()).isEqualTo(inOrder.plans().epoch());
        for (FeedId feed : List.of(BUSES, TRAMS)) {
            assertThat(book.plans().of(feed))
                    .extracting(CompiledPlan::record)
                    .containsExactly(java.util.Arrays.stream(inOrder.plans().of(feed))
                            .map(CompiledPlan::record)
                            .toArray(AgreementRecord[]::new));
        }
    }

    private static byte[] garbage(long epoch) {
        String text = "{\"epoch\":" + epoch + ",\"document\":{\"target\":{\"feed\":\"" + BUSES + "\"}}}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private PlanBook book() {
        return new PlanBook(new PlanCompiler(
                feed -> Optional.ofNullable(known.get(feed)),
                (a, purpose, epoch) -> missing.contains(a.value()) ? Optional.empty() : Optional.of(new byte[32])));
    }

    private void register(FeedId... feeds) {
        known.clear();
        for (FeedId feed : feeds) {
            known.put(feed, new KnownFeed(feed, "Feed " + feed, "Riverton", CONTRACT, false));
        }
        book.feeds(Map.copyOf(known));
    }

    private void take(AgreementRecord record) {
        book.take(heard(record));
    }

    @Test
    void compilesAnew_onceAKeyThatWasMissingIsThere_andLeavesOtherPlansAsTheyAre() {
        // Given two agreements, one without its key
        register(BUSES, TRAMS);
        missing.add("a");
        take(record("a", BUSES, 1, ACTIVE));
        take(record("b", BUSES, 2, ACTIVE));
        take(record("c", TRAMS, 3, ACTIVE));
        Plans before = book.plans();
        assertThat(before.of(BUSES)[0].flaw()).isEqualTo(ReasonCode.KEY_MISSING);
        assertThat(book.withoutKey())
                .extracting(r -> r.document().uid().value())
                .containsExactly("a");

        // When it comes
        missing.clear();
        book.keysCame(List.of(new AgreementId("a")));

        // Then
        assertThat(book.plans()).isNotSameAs(before);
        assertThat(book.plans().epoch()).isEqualTo(before.epoch());
        assertThat(book.plans().of(BUSES)[0].flaw()).isNull();
        assertThat(book.plans().of(BUSES)[1]).isSameAs(before.of(BUSES)[1]);
        assertThat(book.plans().of(TRAMS)).isSameAs(before.of(TRAMS));
        assertThat(book.withoutKey()).isEmpty();
    }

    private static HeardAgreement heard(AgreementRecord record) {
        return HeardAgreement.of(record.document().uid().value(), Json.bytes(record));
    }

    private static AgreementRecord record(String id, FeedId feed, long epoch, AgreementState state) {
        return new AgreementRecord(epoch, state, Documents.buses(id, feed), NOW, "dana");
    }

    private static AgreementDocument enterprise(String id, FeedId... except) {
        AgreementDocument a = Documents.buses(id, BUSES);
        return tier(a, Tier.DUL, new Target(null, List.of(except), "1.0.0", Documents.FIELDS, null));
    }

    private static AgreementDocument tier(AgreementDocument a, Tier tier, Target target) {
        return new AgreementDocument(
                a.uid(),
                a.version(),
                a.profile(),
                tier,
                null,
                null,
                a.title(),
                a.assigner(),
                a.assignee(),
                null,
                null,
                a.authority(),
                null,
                a.purpose(),
                a.actions(),
                a.prohibitions(),
                target,
                a.obligations(),
                null,
                null,
                a.retentionDays(),
                null,
                null,
                null);
    }
}
