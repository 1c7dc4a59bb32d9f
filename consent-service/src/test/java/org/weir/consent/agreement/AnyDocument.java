package org.weir.consent.agreement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.weir.schemas.agreement.Action;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Emergency;
import org.weir.schemas.agreement.Grounds;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.agreement.Refinement;
import org.weir.schemas.agreement.ServiceTerms;
import org.weir.schemas.agreement.Target;
import org.weir.schemas.agreement.Tier;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.id.RecipientId;

/** Any agreement that the form can express, whether or not it makes sense. */
public final class AnyDocument {
    public static final List<FeedId> FEEDS = List.of(
            FeedId.of("riverton-transit.vehicle-positions"),
            FeedId.of("riverton-transit.trip-updates"),
            FeedId.of("riverton-transit.alerts"),
            FeedId.of("other-agency.vehicle-positions"));
    public static final List<String> FIELDS = List.of(
            "vehicle.id", "trip.routeId", "position.latitude", "position.longitude", "position.speed", "stopId");
    /** Protected zones, as cells. */
    public static final List<String> ZONES = List.of("882aa845a9fffff", "882aa845abfffff");

    public static final List<String> PREDICATES =
            List.of("a", "b || c", "(a) && b", "(a) && b || c", "(b || c) && a", "a && b");

    private AnyDocument() {}

    public static Arbitrary<AgreementDocument> any() {
        return Combinators.combine(head(), middle(), target().injectNull(0.2), obligations(), tail())
                .as((head, middle, target, obligations, tail) -> new AgreementDocument(
                        head.uid(),
                        head.version(),
                        AgreementDocument.PROFILE,
                        head.tier(),
                        head.inheritFrom(),
                        head.supersedes(),
                        head.title(),
                        middle.assigner(),
                        middle.assignee(),
                        middle.broker(),
                        middle.board(),
                        head.authority(),
                        middle.grounds(),
                        middle.purpose(),
                        middle.actions(),
                        middle.prohibitions(),
                        target,
                        obligations,
                        tail.from(),
                        tail.expires(),
                        tail.retentionDays(),
                        tail.service(),
                        tail.emergency(),
                        tail.presumption()));
    }

    private record Head(
            AgreementId uid,
            int version,
            Tier tier,
            AgreementId inheritFrom,
            Integer supersedes,
            String title,
            String authority) {}

    private record Middle(
            AgencyId assigner,
            RecipientId assignee,
            String broker,
            String board,
            Grounds grounds,
            String purpose,
            List<Action> actions,
            List<Prohibition> prohibitions) {}

    private record Tail(
            Instant from,
            Instant expires,
            int retentionDays,
            ServiceTerms service,
            Emergency emergency,
            String presumption) {}

    private static Arbitrary<Head> head() {
        return Combinators.combine(
                        ids().map(AgreementId::new),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(Tier.values()),
                        ids().map(AgreementId::new).injectNull(0.5),
                        Arbitraries.integers().between(1, 8).injectNull(0.5),
                        text(),
                        text())
                .as(Head::new);
    }

    private static Arbitrary<Middle> middle() {
        return Combinators.combine(
                        Arbitraries.of("riverton-transit", "other-agency").map(AgencyId::new),
                        Arbitraries.of("city-planning", "university").map(RecipientId::new),
                        ids().injectNull(0.7),
                        ids().injectNull(0.7),
                        grounds().injectNull(0.5),
                        Arbitraries.of(List.copyOf(Purpose.tree().keySet())),
                        Arbitraries.of(Action.class).list().uniqueElements().ofMinSize(1),
                        Arbitraries.of(Prohibition.class).list().uniqueElements())
                .as(Middle::new);
    }

    private static Arbitrary<Tail> tail() {
        return Combinators.combine(
                        instants().injectNull(0.4),
                        instants().injectNull(0.4),
                        Arbitraries.integers().between(1, 3650),
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 9999).injectNull(0.3),
                                        Arbitraries.integers().between(0, 100).injectNull(0.3))
                                .as(ServiceTerms::new)
                                .injectNull(0.5),
                        Combinators.combine(text(), instants(), instants().injectNull(0.3))
                                .as(Emergency::new)
                                .injectNull(0.8),
                        ids().injectNull(0.8))
                .as(Tail::new);
    }

    private static Arbitrary<Grounds> grounds() {
        return Combinators.combine(
                        Arbitraries.of("none", "hipaa", "ferpa", "42-cfr-2", "cjis")
                                .injectNull(0.3),
                        text().injectNull(0.8),
                        text().injectNull(0.3),
                        text().injectNull(0.3),
                        text().injectNull(0.3),
                        text().injectNull(0.3))
                .as(Grounds::new);
    }

    private static Arbitrary<Target> target() {
        return Combinators.combine(
                        Arbitraries.of(FEEDS).injectNull(0.3),
                        Arbitraries.of(FEEDS).list().uniqueElements().ofMaxSize(2),
                        Arbitraries.of("1.0.0", "1.1.0"),
                        Arbitraries.of(FIELDS).list().uniqueElements().ofMinSize(1),
                        refinement().injectNull(0.4))
                .as(Target::new);
    }

    public static Arbitrary<Refinement> refinement() {
        return Combinators.combine(
                        Arbitraries.of(PREDICATES).injectNull(0.4),
                        instants().injectNull(0.5),
                        instants().injectNull(0.5),
                        area().injectNull(0.5))
                .as(Refinement::new);
    }

    public static Arbitrary<Refinement.Area> area() {
        return Combinators.combine(degrees(), degrees(), degrees(), degrees()).as(Refinement.Area::new);
    }

    private static Arbitrary<Double> degrees() {
        return Arbitraries.integers().between(-1800, 1800).map(tenth -> tenth / 10.0);
    }

    public static Arbitrary<List<Obligation>> obligations() {
        return obligation().list().ofMaxSize(3);
    }

    public static Arbitrary<Obligation> obligation() {
        return Arbitraries.oneOf(
                Arbitraries.of(FIELDS).map(f -> new Obligation("redact", f)),
                Arbitraries.of(FIELDS).map(f -> new Obligation("pseudonymise", f)),
                Arbitraries.integers().between(0, 15).map(r -> with("coarsenLocation", "position", "resolution", r)),
                Combinators.combine(Arbitraries.integers().between(0, 15), Arbitraries.of(ZONES))
                        .as((r, zone) -> new Obligation(
                                "coarsenLocation", "position", Map.of("resolution", "" + r, "protect", zone))),
                Arbitraries.just(new Obligation("generalise", "timestamp", Map.of("to", "time", "unit", "hour"))),
                Arbitraries.of(FIELDS).map(f -> with("rotateId", f, "per", "trip")),
                Arbitraries.integers().between(1, 600).map(s -> with("delay", null, "by", "PT" + s + "S")),
                Arbitraries.integers().between(0, 100).map(p -> with("sample", null, "share", p / 100.0)),
                Combinators.combine(Arbitraries.integers().between(1, 500), Arbitraries.of("day", "total"))
                        .as((n, per) -> new Obligation("limitUse", null, Map.of("records", "" + n, "per", per))));
    }

    private static Obligation with(String action, String field, String name, Object value) {
        return new Obligation(action, field, Map.of(name, value.toString()));
    }

    public static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 4_000).map(hours -> Instant.parse("2026-01-01T00:00:00Z")
                .plus(hours, ChronoUnit.HOURS));
    }

    public static Arbitrary<String> ids() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
    }

    /** Text with whatever a person may write; a form that splits or escapes wrongly shows itself. */
    public static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("\"\\{}[]@:#,/§ \n\tüλ☂")
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(20);
    }
}
