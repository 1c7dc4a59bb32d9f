package org.weir.consent.agreement.narrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.statistics.Statistics;
import org.weir.consent.agreement.AnyDocument;
import org.weir.consent.agreement.rule.Finding;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.agreement.Prohibition;
import org.weir.schemas.agreement.Purpose;
import org.weir.schemas.problem.ErrorCode;

/** A child never lets more flow than its parent; whatever is wider is refused, and by its clause. */
class NarrowingProperties {
    /** As a machine writes one; people are told a day. */
    private static final Pattern INSTANT = Pattern.compile("\\d-\\d\\dT\\d\\d:");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final RandomGenerator<AgreementDocument> ANY =
            AnyDocument.any().generator(10);

    /** Every clause stated, so that each can be widened. */
    private static final AgreementDocument PARENT = Json.own(
            """
            {"uid":"mou","version":1,"profile":"https://weir.dev/profile/1","tier":"MOU","title":"Buses",
             "assigner":"riverton-transit","assignee":"city-planning","honestBroker":"university",
             "reviewBoard":"irb","authority":"Riverton Code 1","grounds":{"confidentiality":"cjis"},
             "purpose":"transport-planning","actions":["read","aggregate","display"],
             "prohibitions":["re-identify","redistribute"],
             "target":{"except":["riverton-transit.alerts"],"contractVersion":"1.0.0",
               "fields":["vehicle.id","trip.routeId","position.latitude","position.longitude"],
               "refinement":{"where":"a","recordsFrom":"2026-01-01T00:00:00Z","recordsUntil":"2026-12-01T00:00:00Z",
                 "within":{"west":-10,"south":40,"east":10,"north":50}}},
             "obligations":[{"action":"pseudonymise","field":"vehicle.id"},
               {"action":"coarsenLocation","field":"position","with":{"resolution":"9","protect":"882aa845a9fffff"}},
               {"action":"delay","with":{"by":"PT5M"}},{"action":"sample","with":{"share":"0.5"}},
               {"action":"limitUse","with":{"records":"1000","per":"day"}},
               {"action":"generalise","field":"timestamp","with":{"to":"time","unit":"hour"}},
               {"action":"rotateId","field":"trip.tripId","with":{"per":"trip"}}],
             "effectiveFrom":"2026-01-01T00:00:00Z","expires":"2026-06-01T00:00:00Z","retentionDays":90,
             "emergency":{"declaration":"Order 7","sunset":"2026-06-01T00:00:00Z","reviewBy":"2026-02-01T00:00:00Z"},
             "presumption":"ohio"}
            """,
            AgreementDocument.class);

    private static final AgreementDocument CHILD =
            edited(PARENT, a -> a.put("uid", "dul").put("tier", "DUL").put("inheritFrom", "mou"));

    private static final Map<String, List<Consumer<ObjectNode>>> WIDENINGS = Map.ofEntries(
            Map.entry("inheritFrom", List.of(a -> a.remove("inheritFrom"), a -> a.put("inheritFrom", "another"))),
            Map.entry("tier", List.of(a -> a.put("tier", "MOU"))),
            Map.entry("assigner", List.of(a -> a.put("assigner", "other-agency"))),
            Map.entry("assignee", List.of(a -> a.put("assignee", "university"))),
            Map.entry("honestBroker", List.of(a -> a.remove("honestBroker"), a -> a.put("honestBroker", "a-firm"))),
            Map.entry("reviewBoard", List.of(a -> a.remove("reviewBoard"), a -> a.put("reviewBoard", "friends"))),
            Map.entry("grounds.confidentiality", List.of(a -> a.remove("grounds"), a -> grounds(a, "none"))),
            Map.entry(
                    "purpose",
                    List.of(
                            a -> a.put("purpose", "public-service"),
                            a -> a.put("purpose", "research"),
                            a -> a.put("purpose", "no-such-purpose"))),
            Map.entry("actions", List.of(a -> actions(a).add("link"), a -> actions(a)
                    .add("distribute"))),
            Map.entry("prohibitions", List.of(a -> a.remove("prohibitions"), a -> a.putArray("prohibitions")
                    .add("re-identify"))),
            Map.entry("target", List.of(a -> a.remove("target"))),
            Map.entry("target.feed", List.of(a -> target(a).put("feed", "riverton-transit.alerts"), a -> target(a)
                    .put("feed", "other-agency.vehicle-positions"))),
            Map.entry("target.except", List.of(a -> target(a).remove("except"))),
            Map.entry("target.contractVersion", List.of(a -> target(a).put("contractVersion", "1.1.0"))),
            Map.entry("target.fields", List.of(a -> fields(a).add("position.speed"), a -> fields(a)
                    .add("vehicle"))),
            Map.entry(
                    "target.refinement.where",
                    List.of(
                            a -> target(a).remove("refinement"),
                            a -> scope(a).remove("where"),
                            a -> scope(a).put("where", "a || b"),
                            a -> scope(a).put("where", "(a) && b || c"),
                            a -> scope(a).put("where", "true"))),
            Map.entry(
                    "target.refinement.recordsFrom",
                    List.of(
                            a -> scope(a).remove("recordsFrom"),
                            a -> scope(a).put("recordsFrom", "2025-12-31T23:59:59Z"),
                            a -> scope(a).remove("recordsUntil"),
                            a -> scope(a).put("recordsUntil", "2026-12-01T00:00:00.001Z"))),
            Map.entry(
                    "target.refinement.within",
                    List.of(
                            a -> scope(a).remove("within"),
                            a -> area(a).put("west", -10.001),
                            a -> area(a).put("east", 10.001),
                            a -> area(a).put("south", 39.999),
                            a -> area(a).put("north", 50.001))),
            Map.entry(
                    "obligations",
                    List.of(
                            a -> a.remove("obligations"),
                            a -> obligations(a).remove(0),
                            a -> with(a, 1).put("resolution", "10"),
                            a -> with(a, 1).put("resolution", "fine"),
                            a -> with(a, 2).put("by", "PT4M59S"),
                            a -> with(a, 2).remove("by"),
                            a -> with(a, 3).put("share", "0.51"),
                            a -> with(a, 4).put("records", "1001"),
                            a -> with(a, 4).put("per", "hour"),
                            a -> with(a, 4).put("unknown", "term"),
                            a -> obligations(a).remove(5),
                            a -> obligations(a).remove(6),
                            a -> {
                                fields(a).removeAll().add("trip.routeId");
                                obligations(a).remove(1);
                            })),
            Map.entry(
                    "effectiveFrom",
                    List.of(a -> a.remove("effectiveFrom"), a -> a.put("effectiveFrom", "2025-12-31T23:59:59Z"))),
            Map.entry("expires", List.of(a -> a.remove("expires"), a -> a.put("expires", "2026-06-01T00:00:01Z"))),
            Map.entry("retentionDays", List.of(a -> a.put("retentionDays", 91))),
            Map.entry(
                    "emergency",
                    List.of(
                            a -> a.remove("emergency"),
                            a -> emergency(a).put("declaration", "Order 8"),
                            a -> emergency(a).put("sunset", "2026-06-02T00:00:00Z"),
                            a -> emergency(a).remove("reviewBy"))),
            Map.entry("presumption", List.of(a -> a.remove("presumption"), a -> a.put("presumption", "texas"))));

    private static final List<Consumer<ObjectNode>> NARROWINGS = List.of(
            a -> a.put("tier", "DSA"),
            a -> a.put("purpose", "transit-planning"),
            a -> a.putArray("actions").add("read"),
            a -> ((ArrayNode) a.get("prohibitions")).add("enforcement-use"),
            a -> target(a).put("feed", "riverton-transit.vehicle-positions"),
            a -> target(a).withArray("except").add("riverton-transit.trip-updates"),
            a -> fields(a).remove(1),
            a -> scope(a).put("where", "(a) && b"),
            a -> scope(a).put("recordsFrom", "2026-02-01T00:00:00Z").put("recordsUntil", "2026-03-01T00:00:00Z"),
            a -> area(a).put("west", 0).put("north", 45.5),
            a -> with(a, 1).put("resolution", "7"),
            a -> with(a, 2).put("by", "PT1H"),
            a -> with(a, 3).put("share", "0.25"),
            a -> with(a, 4).put("records", "10").put("per", "total"),
            a -> obligations(a).addObject().put("action", "redact").put("field", "trip.routeId"),
            a -> a.put("effectiveFrom", "2026-02-01T00:00:00Z").put("expires", "2026-05-01T00:00:00Z"),
            a -> a.put("retentionDays", 1),
            a -> emergency(a).put("sunset", "2026-01-20T00:00:00Z").put("reviewBy", "2026-01-10T00:00:00Z"));

    @Property(tries = 300)
    void passes_whateverOnlyNarrows(@ForAll("narrower") AgreementDocument child) {
        assertThat(Narrowing.objections(PARENT, child)).isEmpty();
    }

    @Property(tries = 1000)
    void refuses_everyWidening_byItsClause(@ForAll("narrower") AgreementDocument child, @ForAll Random random) {
        List<String> terms = List.copyOf(WIDENINGS.keySet());
        String term = terms.get(random.nextInt(terms.size()));
        List<Consumer<ObjectNode>> ways = WIDENINGS.get(term);
        AgreementDocument wider = edited(child, ways.get(random.nextInt(ways.size())));

        List<Finding> objections = Narrowing.objections(PARENT, wider);

        if (wider.equals(child)
                || term.equals("target.except") && wider.target().feed() != null) {
            return; // One named feed has no exceptions to leave out.
        }
        assertThat(objections)
                .allMatch(o -> o.code() == ErrorCode.AGREEMENT_WIDENS
                        && o.detail().startsWith(o.clause())
                        && !INSTANT.matcher(o.detail()).find())
                .extracting(Finding::clause)
                .contains(term);
    }

    @Property(tries = 3000)
    void letsNoMoreFlow_thanTheParent_whereItPasses(
            @ForAll("documents") AgreementDocument parent, @ForAll Random random) {
        AgreementDocument child = mutated(parent, random);
        boolean passes = Narrowing.objections(parent, child).isEmpty();
        // So that neither half of the question goes unasked.
        Statistics.label("passes").collect(passes).coverage(c -> {
            c.check(true).percentage(p -> p > 10);
            c.check(false).percentage(p -> p > 10);
        });
        boolean flowed = false;
        for (int i = 0; passes && i < 300; i++) {
            Flow flow = flow(child, random);
            if (flow.underThe(child)) {
                flowed = true;
                assertThat(flow.underThe(parent))
                        .as("%s under %s but not under %s", flow, child, parent)
                        .isTrue();
            }
        }
        Statistics.label("flows").collect(flowed).coverage(c -> c.check(true).percentage(p -> p > 1));
    }

    @Property(tries = 2000)
    void isTransitive_soThatAGrandchildIsBoundedToo(
            @ForAll("documents") AgreementDocument first, @ForAll Random random) {
        AgreementDocument grand = edited(first, a -> a.put("tier", "MOU"));
        AgreementDocument parent = edited(mutated(grand, random), a -> a.put("tier", "DSA"));
        AgreementDocument child = edited(mutated(parent, random), a -> a.put("tier", "DUL"));
        boolean passes = Narrowing.objections(grand, parent).isEmpty()
                && Narrowing.objections(parent, child).isEmpty();
        Statistics.label("passes").collect(passes).coverage(c -> c.check(true).percentage(p -> p > 5));
        if (passes) {
            AgreementDocument direct =
                    edited(child, a -> a.put("inheritFrom", grand.uid().value()));
            assertThat(Narrowing.objections(grand, direct)).isEmpty();
        }
    }

    @Provide
    Arbitrary<AgreementDocument> narrower() {
        return Arbitraries.of(NARROWINGS).set().ofMaxSize(6).map(edits -> {
            AgreementDocument child = CHILD;
            for (Consumer<ObjectNode> edit : edits) {
                child = edited(child, edit);
            }
            return child;
        });
    }

    @Provide
    Arbitrary<AgreementDocument> documents() {
        return AnyDocument.any();
    }

    /** A child of the same terms but up to two, which are any. */
    private static AgreementDocument mutated(AgreementDocument parent, Random random) {
        ObjectNode any = Json.STRICT.valueToTree(ANY.next(random).value());
        return edited(parent, a -> {
            List<String> terms = List.of(
                    "purpose",
                    "actions",
                    "prohibitions",
                    "target",
                    "obligations",
                    "effectiveFrom",
                    "expires",
                    "retentionDays",
                    "emergency");
            for (int i = random.nextInt(3); i > 0; i--) {
                String term = terms.get(random.nextInt(terms.size()));
                if (term.equals("target") && a.has("target") && any.has("target")) {
                    any.get("target").fieldNames().forEachRemaining(part -> {
                        if (random.nextInt(3) == 0) {
                            target(a).set(part, any.get("target").get(part));
                        }
                    });
                } else if (any.has(term)) {
                    a.set(term, any.get(term));
                } else {
                    a.remove(term);
                }
            }
            a.put("uid", "child-of").put("inheritFrom", parent.uid().value());
            a.put("tier", parent.tier().ordinal() == 0 ? "DSA" : "DUL");
        });
    }

    private static Flow flow(AgreementDocument near, Random random) {
        return new Flow(
                random.nextBoolean() && near.target() != null && near.target().feed() != null
                        ? near.target().feed()
                        : any(AnyDocument.FEEDS, random),
                near.target() == null ? "1.0.0" : near.target().contractVersion(),
                near.target() == null
                        ? any(AnyDocument.FIELDS, random)
                        : any(near.target().fields(), random),
                random.nextBoolean(),
                random.nextInt(16),
                any(near.actions(), random),
                any(List.of(Prohibition.values()), random),
                random.nextBoolean()
                        ? near.purpose()
                        : any(List.copyOf(Purpose.tree().keySet()), random),
                START.plus(Duration.ofHours(random.nextInt(4000))),
                START.plus(Duration.ofHours(random.nextInt(4000))),
                random.nextInt(360) - 180,
                random.nextInt(360) - 180,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                Duration.ofSeconds(random.nextInt(600)),
                random.nextDouble(),
                random.nextInt(500),
                any(AnyDocument.ZONES, random),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(near.retentionDays() + 2));
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static AgreementDocument edited(AgreementDocument document, Consumer<ObjectNode> edit) {
        ObjectNode tree = Json.STRICT.valueToTree(document);
        edit.accept(tree);
        return Json.own(tree.toString(), AgreementDocument.class);
    }

    private static ObjectNode target(ObjectNode a) {
        return (ObjectNode) a.get("target");
    }

    private static ArrayNode fields(ObjectNode a) {
        return (ArrayNode) target(a).get("fields");
    }

    private static ObjectNode scope(ObjectNode a) {
        return (ObjectNode) target(a).get("refinement");
    }

    private static ObjectNode area(ObjectNode a) {
        return (ObjectNode) scope(a).get("within");
    }

    private static ArrayNode actions(ObjectNode a) {
        return (ArrayNode) a.get("actions");
    }

    private static ArrayNode obligations(ObjectNode a) {
        return (ArrayNode) a.get("obligations");
    }

    private static ObjectNode with(ObjectNode a, int obligation) {
        return (ObjectNode) obligations(a).get(obligation).get("with");
    }

    private static ObjectNode emergency(ObjectNode a) {
        return (ObjectNode) a.get("emergency");
    }

    private static void grounds(ObjectNode a, String law) {
        ((ObjectNode) a.get("grounds")).put("confidentiality", law);
    }
}
