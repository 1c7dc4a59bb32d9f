package org.weir.consent.agreement.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.weir.consent.agreement.words.Change.Effect.NARROWS;
import static org.weir.consent.agreement.words.Change.Effect.NEITHER;
import static org.weir.consent.agreement.words.Change.Effect.WIDENS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.weir.consent.Documents;
import org.weir.consent.agreement.AnyDocument;
import org.weir.consent.agreement.FeedDirectory.KnownFeed;
import org.weir.consent.agreement.narrow.Narrowing;
import org.weir.consent.agreement.rule.Finding;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.feed.FeedContract;
import org.weir.schemas.id.FeedId;

class DifferencesTest {
    private static final FeedId FEED = FeedId.of("riverton-transit.vehicle-positions");
    private static final KnownFeed KNOWN = new KnownFeed(
            FEED,
            "Where buses are",
            "Riverton Transit",
            FeedContract.shipped(FeedContract.VEHICLE_POSITIONS).orElseThrow(),
            false);
    private static final Wording WORDS = Wording.of(KNOWN);
    /** What a version's number and name say is no term that changes. */
    private static final Set<String> NO_TERMS = Set.of("uid", "version", "supersedes");

    @Example
    void tells_whatFlowsMore_andWhatLess() {
        assertThat(changes(a -> {
                    ArrayNode fields = (ArrayNode) a.get("target").get("fields");
                    fields.remove(8);
                    fields.add("odometer").add("position.odometer");
                    fields.remove(fields.size() - 2);
                }))
                .extracting(Change::clause, Change::sentence, Change::effect)
                .containsExactly(
                        tuple("target.fields", "This flows from now on: Odometer, metres.", WIDENS),
                        tuple(
                                "target.fields",
                                "This does not flow any more: Momentary speed, metres a second.",
                                NARROWS));
    }

    @Example
    void tells_whatBecomesOfEachTerm_andWhetherThatNarrows() {
        assertThat(changes(a -> a.put("retentionDays", 7)
                        .put("purpose", "public-service")
                        .put("title", "Other buses")
                        .put("expires", "2027-01-01T00:00:00Z")))
                .extracting(Change::clause, Change::sentence, Change::effect)
                .containsExactly(
                        tuple("title", "The title was: Buses for planning. It becomes: Other buses.", NEITHER),
                        tuple(
                                "purpose",
                                "The purpose was: Plan bus service, bus lanes and signals. It becomes: Provide and improve"
                                        + " public services.",
                                WIDENS),
                        tuple(
                                "expires",
                                "The end was: when the agency revokes it. It becomes: January 1, 2027 (UTC).",
                                NARROWS),
                        tuple(
                                "retentionDays",
                                "How long a record may be kept was: 30 days. It becomes: 7 days.",
                                NARROWS));
    }

    @Example
    void tells_whatIsDoneToRecordsOtherwise() {
        assertThat(changes(a -> a.remove("obligations")))
                .singleElement()
                .satisfies(c -> assertThat(c.effect()).isEqualTo(WIDENS))
                .satisfies(c -> assertThat(c.sentence()).startsWith("No longer: In place of “Vehicle id”"));
        assertThat(changes(a -> ((ArrayNode) a.get("obligations"))
                        .addObject()
                        .put("action", "redact")
                        .put("field", "stopId")))
                .extracting(Change::sentence, Change::effect)
                .containsExactly(tuple("New: “The stop it is at or heads to” is left empty.", NARROWS));
    }

    @Property(tries = 500)
    void tells_ofEveryTermThatDiffers_andOfNoOther(
            @ForAll("documents") AgreementDocument from, @ForAll("documents") AgreementDocument to) {
        ObjectNode before = Json.STRICT.valueToTree(from);
        ObjectNode after = Json.STRICT.valueToTree(to);
        List<String> told = Differences.between(from, to, WORDS).stream()
                .map(change -> change.clause().split("\\.")[0])
                .distinct()
                .toList();

        for (String term : terms(before, after)) {
            boolean differs = !empty(before, term).equals(empty(after, term));
            assertThat(told.contains(term)).as(term).isEqualTo(differs);
        }
        assertThat(Differences.between(from, from, WORDS)).isEmpty();
    }

    @Property(tries = 500)
    void saysThatItWidens_whereTheNewCouldNotComeUnderTheOld(
            @ForAll("documents") AgreementDocument from, @ForAll("documents") AgreementDocument to) {
        List<String> wider = Narrowing.objections(from, to).stream()
                .map(Finding::clause)
                .filter(clause -> !Set.of("inheritFrom", "tier", "target").contains(clause))
                .toList();

        assertThat(Differences.between(from, to, WORDS).stream()
                        .filter(change -> change.effect() == WIDENS)
                        .map(Change::clause))
                .containsAll(wider);
    }

    @Provide
    Arbitrary<AgreementDocument> documents() {
        return AnyDocument.any();
    }

    private static List<String> terms(ObjectNode... some) {
        return java.util.stream.Stream.of(some)
                .flatMap(each -> java.util.stream.StreamSupport.stream(
                        ((Iterable<String>) each::fieldNames).spliterator(), false))
                .distinct()
                .filter(term -> !NO_TERMS.contains(term))
                .toList();
    }

    /** A term, without what says nothing: grounds without answers are no grounds, a scope without bounds is none. */
    private static JsonNode empty(ObjectNode a, String term) {
        JsonNode value = a.path(term).deepCopy();
        if (value instanceof ObjectNode object) {
            if (object.path("refinement").isEmpty()) {
                object.remove("refinement");
            }
        }
        return term.equals("grounds") && value.isEmpty() ? a.path("nothing") : value;
    }

    private static List<Change> changes(Consumer<ObjectNode> edit) {
        AgreementDocument before = Documents.buses("a", FEED);
        ObjectNode after = Json.STRICT.valueToTree(before);
        edit.accept(after);
        return Differences.between(before, Json.own(after.toString(), AgreementDocument.class), WORDS);
    }
}
