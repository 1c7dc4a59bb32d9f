package org.weir.consent.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of JSON (JCS, RFC 8785): members in the order of their UTF-16 units, numbers as ECMAScript writes
 * them, no space. Whoever has the content has these bytes, in whatever order and spelling it came.
 */
public final class CanonicalJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private CanonicalJson() {}

    /** The canonical bytes, UTF-8, of a record of ours as it stands in topics and answers. */
    public static byte[] of(Object value) {
        try {
            return ofJson(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of our own cannot be written.", e);
        }
    }

    /**
     * The canonical bytes, UTF-8, of JSON text.
     *
     * @throws IllegalArgumentException where it is no JSON object or array, names a member twice or holds a number
     *     beyond a double
     */
    public static byte[] ofJson(byte[] json) {
        try {
            return new JsonCanonicalizer(json).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException("This has no canonical form: " + e.getMessage(), e);
        }
    }
}
