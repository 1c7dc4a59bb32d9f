package org.weir.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weir.consent.Documents;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.words.Wording;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Obligation;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.AgencyId;
import org.weir.schemas.id.FeedId;

class PlainLanguageTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final KnownFeed KNOWN = new KnownFeed(
            FEED,
            "Where buses are",
            "Riverton Transit",
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
            false);
    private static final Wording WORDS = Wording.of(KNOWN);

    @Example
    void saysWho_what_why_onWhichAuthority_howLong() {
        List<String> sentences = PlainLanguage.of(
                Documents.of(
                        "a",
                        FEED,
                        List.of("vehicle.id", "position.latitude"),
                        List.of(new Obligation(Obligation.PSEUDONYMISE, "vehicle.id")),
                        null,
                        Instant.parse("2027-01-01T00:00:00Z")),
                WORDS);

        assertThat(sentences)
                .contains(
                        "Riverton Transit shares “Where buses are” with City Planning.",
                        "It may be used for this purpose only: Plan bus service, bus lanes and signals.",
                        "The authority for it is: Riverton Code 12.3.",
                        "What flows: Vehicle id; Degrees north, WGS 84.",
                        "City Planning may read it.",
                        "Both parties must sign it.",
                        "The recipient may keep each record for 30 days; when the agreement ends, it must destroy what it"
                                + " has and certify that.")
                .anyMatch(s -> s.startsWith("What stays behind: ") && s.contains("Licence plate"))
                .anyMatch(s -> s.startsWith("In place of “Vehicle id” goes a code"))
                .anyMatch(s -> s.contains("until January 1, 2027 (UTC);"));
    }

    @Example
    void saysEveryOtherPart() {
        AgreementDocument whole = Json.own(
                """
                {"uid":"a","version":1,"profile":"https://weir.dev/profile/1","tier":"DUL","inheritFrom":"riverton-mou",
                 "title":"Buses","assigner":"riverton-transit","assignee":"city-planning","honestBroker":"state-university",
                 "reviewBoard":"privacy-board","authority":"28 CFR Part 20",
                 "grounds":{"confidentiality":"cjis","benefit":"Riders","risk":"Drivers; ids are coded",
                   "decision":"Where lanes go","alternatives":"A survey."},
                 "purpose":"transit-planning","actions":["read","aggregate","display"],
                 "prohibitions":["re-identify","enforcement-use"],
                 "target":{"feed":"riverton-transit.vehicle-positions","contractVersion":"1.0.0",
                   "fields":["trip.routeId","vehicle.id","position.latitude","position.longitude"],
                   "refinement":{"where":"trip.routeId in ['28', \\"29\\"] && position.speed <= 30.0",
                     "recordsFrom":"2026-01-01T00:00:00Z","recordsUntil":"2026-06-01T12:30:00Z",
                     "within":{"west":-71.2,"south":42.25,"east":-70.9,"north":42.5}}},
                 "obligations":[{"action":"coarsenLocation","field":"position","with":{"resolution":"8"}},
                   {"action":"delay","with":{"by":"PT15M"}},{"action":"sample","with":{"share":"0.125"}},
                   {"action":"limitUse","with":{"records":"1000","per":"day"}}],
                 "effectiveFrom":"2026-01-01T00:00:00Z","retentionDays":1,
                 "service":{"freshnessSeconds":60,"completenessPercent":95}}
                """,
                AgreementDocument.class);

        assertThat(PlainLanguage.of(whole, WORDS))
                .contains(
                        "It stays within the agreement “riverton mou” of the same parties.",
                        "State University holds the data as they came, in between.",
                        "The data are protected by the rules on criminal justice information (CJIS).",
                        "What will be decided with it: Where lanes go.",
                        "What else was considered: A survey.",
                        "Only records are shared for which this holds: “Route id in the static GTFS” is one of (“28”, “29”)"
                                + " and “Momentary speed, metres a second” is at most 30.0.",
                        "Only what happened from January 1, 2026 (UTC) until June 1, 2026 at 12:30 UTC is shared.",
                        "Only what happened between 71.2° west and 70.9° west, and between 42.25° north and 42.5° north"
                                + " is shared.",
                        "The place is given no closer than a hexagon about 1 km across.",
                        "Each record is held back and shared 15 minutes after it happened.",
                        "Only 12.5 percent of all vehicles or persons are in it, always the same ones.",
                        "At most 1000 records a day are shared.",
                        "City Planning may read it, count and average it and show it to the public.",
                        "It must not find out whom a record is about, nor use it to enforce the law against anybody.",
                        "The review board Privacy Board must approve it, and then both parties must sign it.",
                        "The agency promises that the newest record is no older than 60 seconds and that at least 95 percent"
                                + " of what happens is in it.");
    }

    @Example
    void tellsDays_asTheAgencyCountsThem_andNamesItsTimeZone() {
        KnownFeed inBoston = in("America/New_York");
        AgreementDocument document = Documents.of(
                "a",
                FEED,
                List.of("vehicle.id"),
                List.of(),
                Instant.parse("2026-07-01T04:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(PlainLanguage.of(document, Wording.of(document, directory(inBoston))))
                .anyMatch(s -> s.startsWith("It holds from July 1, 2026 (Eastern Time)"
                        + " until December 31, 2026 at 19:00 Eastern Time;"));
        assertThat(Wording.of(in("Europe/Zurich")).date(Instant.parse("2026-06-30T22:00:00Z")))
                .isEqualTo("July 1, 2026 (Central European Time)");
        assertThat(Wording.of(in("UTC")).date(Instant.parse("2026-07-01T00:00:00Z")))
                .isEqualTo("July 1, 2026 (UTC)");
        assertThat(Wording.of(in("+05:30")).date(Instant.parse("2026-07-01T00:00:01Z")))
                .isEqualTo("July 1, 2026 at 05:30:01 UTC+05:30");
    }

    @Example
    void tellsDays_asTheAgencyDoes_whereNoFeedIsNamed_andInUtcWhereNobodyKnows() {
        AgreementDocument everyFeed = Texts.with(
                Documents.of("a", FEED, List.of("vehicle.id"), List.of(), null, Instant.parse("2027-01-01T05:00:00Z")),
                json -> json.withObject("/target").remove("feed"));

        assertThat(PlainLanguage.of(everyFeed, Wording.of(everyFeed, directory(in("America/New_York")))))
                .anyMatch(s -> s.contains("until January 1, 2027 (Eastern Time);"));
        assertThat(PlainLanguage.of(everyFeed, Wording.of(everyFeed, directory())))
                .anyMatch(s -> s.contains("until January 1, 2027 at 05:00 UTC;"));
        assertThat(PlainLanguage.of(
                        everyFeed, Wording.of(everyFeed, directory(in("America/New_York"), in("America/Chicago")))))
                .anyMatch(s -> s.contains("until January 1, 2027 at 05:00 UTC;"));
    }

    @Example
    void saysThatNothingFlows_underAMemorandum() {
        AgreementDocument mou = Json.own(
                """
                {"uid":"a","version":1,"profile":"https://weir.dev/profile/1","tier":"MOU","title":"All",
                 "assigner":"riverton-transit","assignee":"city-planning","authority":"x","purpose":"research",
                 "retentionDays":30}
                """,
                AgreementDocument.class);

        assertThat(PlainLanguage.of(mou, Wording.of(null)))
                .startsWith(
                        "Riverton Transit and City Planning agree that Riverton Transit may share data with City Planning.",
                        "Nothing flows by this alone: it bounds the licences that may be signed under it.");
    }

    @Example
    void saysWhenItBegins_whereNobodySigns() {
        String draw =
                """
                {"uid":"a","version":1,"profile":"https://weir.dev/profile/1","tier":"DUL","title":"Flood",
                 "assigner":"riverton-transit","assignee":"fire-department","authority":"x","purpose":"public-service",
                 "target":{"feed":"riverton-transit.vehicle-positions","contractVersion":"1.0.0","fields":["stopId"]},
                 "expires":"2026-12-03T00:00:00Z","retentionDays":30,"presumption":"ohio"}
                """;
        String emergency = draw.replace(
                "\"presumption\":\"ohio\"",
                "\"emergency\":{\"declaration\":\"Order 14\",\"sunset\":\"2026-12-03T00:00:00Z\"}");

        assertThat(PlainLanguage.of(Json.own(draw, AgreementDocument.class), WORDS))
                .anyMatch(s -> s.startsWith("It holds from the moment it is drawn until December 3, 2026"));
        assertThat(PlainLanguage.of(Json.own(emergency, AgreementDocument.class), WORDS))
                .anyMatch(s -> s.startsWith("It holds from the moment that the second officer confirms it until"));
    }

    @Property(tries = 300)
    void saysWhateverThereIs_inSentencesWithoutCodes(@ForAll("documents") AgreementDocument any) {
        assertThat(PlainLanguage.of(any, WORDS)).hasSizeGreaterThan(5).allSatisfy(sentence -> assertThat(sentence)
                .matches("(?s)\\p{Lu}.*\\.|“.*\\.")
                .doesNotContain("null")
                .doesNotContain("vehicle.id", "position.latitude", "city-planning", "riverton-transit"));
    }

    @Example
    void staysReadable_whereTheFeedIsGone() {
        assertThat(PlainLanguage.of(Documents.buses("a", FEED), Wording.of(null)))
                .contains("Riverton Transit shares “vehicle positions” with City Planning.")
                .anyMatch(s -> s.startsWith("What flows: trip id; trip route id;"));
    }

    private static KnownFeed in(String zone) {
        return new KnownFeed(
                FEED, KNOWN.title(), KNOWN.agencyName(), KNOWN.contract(), KNOWN.recorded(), ZoneId.of(zone));
    }

    private static FeedDirectory directory(KnownFeed... feeds) {
        return new FeedDirectory() {
            @Override
            public Optional<KnownFeed> find(FeedId feed) {
                return Stream.of(feeds).filter(each -> each.id().equals(feed)).findFirst();
            }

            @Override
            public List<KnownFeed> of(AgencyId agency) {
                return List.of(feeds);
            }
        };
    }

    @Provide
    Arbitrary<AgreementDocument> documents() {
        return AnyDocument.any();
    }
}
