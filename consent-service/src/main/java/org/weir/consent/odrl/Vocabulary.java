package org.weir.consent.odrl;

import java.util.List;
import java.util.Map;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** The names of things: of terms, which have a namespace, and of parties, feeds and agreements, which are IRIs. */
final class Vocabulary {
    /** The context that gives our words their meaning; it ships with Weir and is never fetched. */
    static final String CONTEXT = "https://weir.dev/context/1.jsonld";

    static final String PURPOSE = "https://weir.dev/purpose/";
    static final String ID = "https://weir.dev/id/";

    private static final Map<String, String> NAMESPACES = Map.of(
            "odrl", "http://www.w3.org/ns/odrl/2/",
            "weir", "https://weir.dev/ns/1#",
            "dpv", "https://w3id.org/dpv#",
            "dcterms", "http://purl.org/dc/terms/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    /** Terms that are not ODRL's, by the namespace that they have; all others without a prefix are. */
    private static final Map<String, List<String>> OURS = Map.of(
            "weir",
                    List.of(
                            "version",
                            "tier",
                            "supersedes",
                            "honestBroker",
                            "reviewBoard",
                            "authority",
                            "grounds",
                            "service",
                            "emergency",
                            "presumption",
                            "position",
                            "confidentiality",
                            "benefit",
                            "risk",
                            "decision",
                            "alternatives",
                            "freshnessSeconds",
                            "completenessPercent",
                            "declaration",
                            "sunset",
                            "reviewBy",
                            "west",
                            "south",
                            "east",
                            "north",
                            "Box"),
            "dcterms", List.of("title"),
            "rdf", List.of("value"),
            "skos", List.of("broader"));

    private Vocabulary() {}

    /**
     * The one spelling of a term, whether it came plain, with a prefix or as an IRI: {@code permission} for
     * {@code odrl:permission}. A term of another namespace than the one we know it from keeps its prefix, and nobody asks
     * for it by that.
     */
    static String term(String spelled) {
        if (spelled.startsWith("@")) {
            return spelled;
        }
        String prefixed = prefixed(spelled);
        int colon = prefixed.indexOf(':');
        if (colon < 0) {
            return prefixed;
        }
        String local = prefixed.substring(colon + 1);
        return namespace(local).equals(prefixed.substring(0, colon)) ? local : prefixed;
    }

    /** A value that is a term of some namespace, with its prefix: {@code odrl:read}, {@code weir:Box}. */
    static String value(String spelled) {
        String prefixed = prefixed(spelled);
        return prefixed.indexOf(':') < 0 ? namespace(prefixed) + ":" + prefixed : prefixed;
    }

    private static String prefixed(String spelled) {
        for (Map.Entry<String, String> each : NAMESPACES.entrySet()) {
            if (spelled.startsWith(each.getValue())) {
                return each.getKey() + ":" + spelled.substring(each.getValue().length());
            }
        }
        return spelled;
    }

    private static String namespace(String local) {
        return OURS.entrySet().stream()
                .filter(each -> each.getValue().contains(local))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("odrl");
    }

    /** The part of an IRI behind a prefix that it must have. */
    static String behind(String prefix, String iri, String what) {
        if (!iri.startsWith(prefix) || iri.length() == prefix.length()) {
            throw new Refusal(
                    ErrorCode.AGREEMENT_UNKNOWN_TERM,
                    "The " + what + " “" + iri + "” does not begin with " + prefix + ".");
        }
        return iri.substring(prefix.length());
    }
}
