package org.weir.consent.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The public register: every agreement that was signed, as a catalogue in DCAT-US 3. */
public final class Register {
    public static final String CONTEXT = "https://weir.dev/context/register-1.jsonld";

    private Register() {}

    /**
     * The catalogue.
     *
     * @param entries in the order in which they are to stand
     * @param modified when the last of them changed; null where there are none
     */
    public static ObjectNode of(List<RegisterEntry> entries, Instant modified) {
        ObjectNode catalog = JsonNodeFactory.instance.objectNode();
        catalog.put("@context", CONTEXT).put("@type", "Catalog");
        catalog.put("title", "Register of data sharing");
        catalog.put(
                "description",
                "Who shares what with whom, for what purpose, on which authority, until when, and how much was shared and"
                        + " withheld each day.");
        if (modified != null) {
            catalog.put("modified", modified.toString());
        }
        ArrayNode datasets = catalog.putArray("dataset");
        entries.forEach(entry -> datasets.add(entry.written()));
        return catalog;
    }
}
