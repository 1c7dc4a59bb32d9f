package org.weir.schemas.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is done to each record on the way.
 *
 * @param action the obligation's name, e.g. {@code pseudonymise}
 * @param field the path of the field or group of fields; null where it is about the whole record
 * @param with what the action needs to know, by name, e.g. {@code resolution: 8}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Obligation(String action, String field, Map<String, String> with) {
    public static final String PSEUDONYMISE = "pseudonymise";

    public Obligation {
        // Sorted, so that the same obligation is written the same.
        with = with == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(with));
    }

    /** An obligation that needs no more than its field. */
    public Obligation(String action, String field) {
        this(action, field, null);
    }
}
