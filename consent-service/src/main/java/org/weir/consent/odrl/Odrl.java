package org.weir.consent.odrl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.weir.schemas.agreement.AgreementDocument;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/**
 * An agreement as an ODRL 2.2 policy in JSON-LD, and back. Both ways every word is taken or the whole is refused, so that
 * no constraint can be dropped and thereby always hold. It reads the shape that it writes, with terms plain, prefixed or
 * as IRIs; another shape of the same graph it refuses with a sentence.
 */
public final class Odrl {
    public static final String MEDIA_TYPE = "application/ld+json";

    /** Terms of the agreement that are the policy's own, as they are. */
    private static final List<String> OWN = List.of(
            "version",
            "tier",
            "supersedes",
            "title",
            "honestBroker",
            "reviewBoard",
            "authority",
            "grounds",
            "service",
            "emergency",
            "presumption");

    private Odrl() {}

    /** The policy for an agreement's own JSON. */
    public static ObjectNode write(JsonNode agreement) {
        Taken plain = new Taken("agreement", agreement);
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        policy.put("@context", Vocabulary.CONTEXT);
        policy.put("@type", "Agreement");
        policy.put("uid", Vocabulary.ID + "agreement/" + plain.text("uid"));
        policy.set("profile", plain.need("profile"));
        policy.put("conflict", "prohibit");
        plain.optionalText("inheritFrom")
                .ifPresent(parent -> policy.put("inheritFrom", Vocabulary.ID + "agreement/" + parent));
        String assigner = plain.text("assigner");
        policy.put("assigner", Vocabulary.ID + "agency/" + assigner);
        policy.put("assignee", Vocabulary.ID + "recipient/" + plain.text("assignee"));
        OWN.forEach(term -> plain.take(term).ifPresent(value -> policy.set(term, value)));
        policy.set("target", TargetForm.written(plain.take("target").orElse(null), assigner));
        RulesForm.write(plain, policy);
        plain.done();
        return policy;
    }

    /**
     * An agreement's own JSON from a policy. Whether the agreement keeps the rules is for others to say.
     *
     * @throws Refusal where it is not of the known profile, uses a word that is not known, or is of another shape
     */
    public static ObjectNode read(JsonNode policy) {
        Taken taken = new Taken("policy", policy);
        context(taken.need("@context"));
        ObjectNode agreement = JsonNodeFactory.instance.objectNode();
        String profile = taken.text("profile");
        if (!profile.equals(AgreementDocument.PROFILE)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_PROFILE,
                    "The profile is " + profile + "; known is " + AgreementDocument.PROFILE + ".");
        }
        taken.expect("@type", "odrl:Agreement");
        taken.expect("conflict", "odrl:prohibit");
        agreement.put("profile", profile);
        agreement.put("uid", agreement("uid", taken.text("uid")));
        taken.optionalText("inheritFrom")
                .ifPresent(parent -> agreement.put("inheritFrom", agreement("inheritFrom", parent)));
        String assigner = Vocabulary.behind(Vocabulary.ID + "agency/", taken.text("assigner"), "assigner");
        agreement.put("assigner", assigner);
        agreement.put("assignee", Vocabulary.behind(Vocabulary.ID + "recipient/", taken.text("assignee"), "assignee"));
        OWN.forEach(term -> taken.take(term).ifPresent(value -> agreement.set(term, own(term, value))));
        ObjectNode target = TargetForm.read(taken.need("target"), assigner);
        if (target != null) {
            agreement.set("target", target);
        }
        RulesForm.read(taken, agreement);
        taken.done();
        return agreement;
    }

    /** Terms inside come in the spelling that the agreement's form knows; what it does not know, it refuses itself. */
    private static JsonNode own(String term, JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        value.fields().forEachRemaining(each -> plain.set(Vocabulary.term(each.getKey()), each.getValue()));
        if (plain.size() != value.size()) {
            throw new Refusal(ErrorCode.AGREEMENT_UNREADABLE, "The " + term + " says something twice.");
        }
        return plain;
    }

    /** A context of somebody's own could give any word another meaning. */
    private static void context(JsonNode context) {
        if (!context.isTextual() || !context.textValue().equals(Vocabulary.CONTEXT)) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM,
                    "The @context must be “" + Vocabulary.CONTEXT + "” and nothing else.");
        }
    }

    private static String agreement(String term, String iri) {
        return Vocabulary.behind(Vocabulary.ID + "agreement/", iri, term);
    }
}
