package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;

/**
 * Puts the same in the place of every value.
 *
 * @param json a JSON scalar that the contract takes in that field
 */
public record Redact(String json) implements FieldTransform {
    /** Nothing, in the place of every value. */
    public static final Redact TO_NULL = new Redact("null");

    @Override
    public ValueWriter writer() {
        byte[] constant = json.getBytes(StandardCharsets.UTF_8);
        return (value, from, to) -> constant;
    }
}
