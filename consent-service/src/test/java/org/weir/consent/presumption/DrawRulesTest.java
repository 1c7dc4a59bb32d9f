package org.weir.consent.presumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

class DrawRulesTest {
    private static final FeedId FEED = FeedId.of("cota.vehicle-positions");
    private static final FeedContract CONTRACT =
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow();
    private static final WrittenProhibition PROHIBITION =
            new WrittenProhibition("p-1", FEED, "42 USC 1320d-6", "riders could be told apart", "olga", Instant.EPOCH);

    @Test
    void presumes_betweenMemberAndAgency_ofWhatIsOpen() {
        assertThatCode(() -> DrawRules.check(of("open", "odot", FEED, List.of("trip.routeId"))))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheLaw_whereOneIsOutside() {
        refused(
                of("open", "somebody", FEED, List.of("trip.routeId")),
                ErrorCode.PRESUMPTION_OUTSIDE,
                "somebody",
                "ORC");
        refused(
                of("open", "odot", FeedId.of("other.vehicle-positions"), List.of("trip.routeId")),
                ErrorCode.PRESUMPTION_OUTSIDE,
                "other",
                "ORC 125.32");
    }

    @ParameterizedTest
    @CsvSource({
        "open, vehicle.id",
        "open, vehicle.licensePlate",
        "quasi-identifier, vehicle.licensePlate",
        "sensitive, vehicle.licensePlate",
    })
    void namesTheField_thatIsClassifiedAboveTheLimit(String limit, String field) {
        refused(
                of(limit, "odot", FEED, List.of("trip.routeId", field)),
                ErrorCode.PRESUMPTION_ABOVE_LIMIT,
                field,
                limit);
    }

    @Test
    void presumesEverything_whereTheLimitIsTheHighest() {
        List<String> all = CONTRACT.fields().stream().map(f -> f.path()).toList();

        assertThatCode(() -> DrawRules.check(of("direct-identifier", "odot", FEED, all)))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheCitation_whereTheOwnerFiledAProhibition() {
        DrawCase free = of("direct-identifier", "odot", FEED, List.of("trip.routeId"));

        refused(
                new DrawCase(free.jurisdiction(), free.draw(), CONTRACT, List.of(PROHIBITION)),
                ErrorCode.AGREEMENT_PROHIBITED,
                "42 USC 1320d-6",
                "riders could be told apart");
    }

    @Test
    void standsOnTheLaw_andSaysWhichJurisdiction() {
        DrawCase of = of("open", "odot", FEED, List.of("trip.routeId"));

        var document = of.draw().under(of.jurisdiction());

        assertThat(document.presumption()).isEqualTo("ohio");
        assertThat(document.authority()).isEqualTo("ORC 125.32");
        assertThat(document.assigner()).isEqualTo(new AgencyId("cota"));
        assertThat(document.runs()).isTrue();
    }

    @Test
    void declaresNothing_withoutALaw_membersOrAClassification() {
        Jurisdiction whole = of("open", "odot", FEED, List.of()).jurisdiction();
        assertThatCode(() -> JurisdictionRules.check(whole)).doesNotThrowAnyException();
        for (Jurisdiction each : List.of(
                new Jurisdiction("Ohio!", "Ohio", "c", "open", whole.members(), whole.agencies()),
                new Jurisdiction("ohio", " ", "c", "open", whole.members(), whole.agencies()),
                new Jurisdiction("ohio", "Ohio", null, "open", whole.members(), whole.agencies()),
                new Jurisdiction("ohio", "Ohio", "c", "secret", whole.members(), whole.agencies()),
                new Jurisdiction("ohio", "Ohio", "c", null, whole.members(), whole.agencies()),
                new Jurisdiction("ohio", "Ohio", "c", "open", null, whole.agencies()))) {
            assertThatThrownBy(() -> JurisdictionRules.check(each))
                    .asInstanceOf(type(Refusal.class))
                    .extracting(Refusal::error)
                    .isEqualTo(ErrorCode.BAD_JURISDICTION);
        }
    }

    private static DrawCase of(String limit, String member, FeedId feed, List<String> fields) {
        Jurisdiction ohio = new Jurisdiction(
                "ohio", "Ohio", "ORC 125.32", limit, List.of(new RecipientId("odot")), List.of(new AgencyId("cota")));
        Draw draw = new Draw(
                new AgreementId("drawn"),
                new RecipientId(member),
                feed,
                CONTRACT.version(),
                fields,
                "transit-planning",
                null,
                30,
                null,
                null);
        return new DrawCase(ohio, draw, CONTRACT, List.of());
    }

    private static void refused(DrawCase of, ErrorCode error, String... words) {
        assertThatThrownBy(() -> DrawRules.check(of))
                .hasMessageContainingAll(words)
                .asInstanceOf(type(Refusal.class))
                .extracting(Refusal::error)
                .isEqualTo(error);
    }
}
