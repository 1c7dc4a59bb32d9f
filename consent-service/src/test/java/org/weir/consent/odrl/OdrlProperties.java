package org.weir.consent.odrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.weir.consent.agreement.AnyDocument;
import org.weir.consent.canonical.ContentHash;
import org.weir.consent.topic.Json;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.Refusal;

/** What must hold for every agreement: it comes back as it went, and no word of it can be lost on the way. */
class OdrlProperties {
    @Property(tries = 500)
    void comesBack_asItWent_toTheHash(@ForAll("documents") AgreementDocument any) {
        AgreementDocument back = read(Odrl.write(Json.STRICT.valueToTree(any)));

        assertThat(back).isEqualTo(any);
        assertThat(ContentHash.of(back)).isEqualTo(ContentHash.of(any));
    }

    @Property(tries = 500)
    void refuses_aWordMore_whereverItStands(@ForAll("documents") AgreementDocument any, @ForAll Random random) {
        ObjectNode policy = Odrl.write(Json.STRICT.valueToTree(any));
        List<ObjectNode> objects = new ArrayList<>();
        objects(policy, objects);
        objects.get(random.nextInt(objects.size())).put("odrl:consequence", "none");

        assertThatThrownBy(() -> read(policy)).isInstanceOfAny(Refusal.class, IllegalStateException.class);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void meansTheSame_toAProcessorOfJsonLd(@ForAll("documents") AgreementDocument any) throws Exception {
        ObjectNode policy = Odrl.write(Json.STRICT.valueToTree(any));

        JsonNode expanded =
                json(JsonLd.expand(document(policy)).options(offline()).get().toString());
        JsonNode compacted = json(JsonLd.compact(document(expanded), document(context()))
                .options(offline())
                .get()
                .toString());

        ((ObjectNode) compacted).put("@context", Vocabulary.CONTEXT);
        assertThat(read((ObjectNode) compacted)).isEqualTo(any);
        assertThat(expanded.toString())
                .doesNotContain("\"permission\"", "\"leftOperand\"")
                .contains("http://www.w3.org/ns/odrl/2/permission");
    }

    @Provide
    Arbitrary<AgreementDocument> documents() {
        return AnyDocument.any();
    }

    private static AgreementDocument read(ObjectNode policy) {
        return Json.own(Odrl.read(policy).toString(), AgreementDocument.class);
    }

    private static void objects(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(each -> objects(each, into));
        }
    }

    private static JsonLdOptions offline() {
        JsonLdOptions options = new JsonLdOptions((uri, o) -> {
            assertThat(uri).isEqualTo(URI.create(Vocabulary.CONTEXT));
            return document(context());
        });
        options.setOrdered(false);
        return options;
    }

    private static JsonNode context() {
        try (var in = AgreementDocument.class.getResourceAsStream("/org/weir/schemas/agreements/context-1.jsonld")) {
            return Json.STRICT.readTree(in);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document document(JsonNode json) {
        try {
            return JsonDocument.of(new StringReader(json.toString()));
        } catch (JsonLdError e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Json.STRICT.readTree(text);
    }
}
