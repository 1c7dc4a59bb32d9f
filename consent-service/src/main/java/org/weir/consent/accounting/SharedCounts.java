package org.weir.consent.accounting;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.weir.schemas.id.AgreementId;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.topic.SharedTopic;

/** Counts shared records by agreement, feed, subject and day. The day is that of the event, in the agency's time zone. */
public final class SharedCounts {
    /** The subject of records that do not say whom they are about. */
    public static final String NOBODY = "";

    private final Function<FeedId, ZoneId> zones;
    private final Map<Line, Long> counts = new LinkedHashMap<>();

    public SharedCounts(Function<FeedId, ZoneId> zones) {
        this.zones = zones;
    }

    /** What is counted together. */
    public record Line(AgreementId agreement, FeedId feed, String subject, LocalDate day) {}

    /**
     * Counts one record.
     *
     * @param key as it was shared, or null
     * @param eventTime the record's timestamp, milliseconds since 1970
     */
    public void add(SharedTopic topic, byte[] key, long eventTime) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(eventTime), zones.apply(topic.feed()));
        counts.merge(new Line(topic.agreement(), topic.feed(), subject(key), day), 1L, Long::sum);
    }

    public Map<Line, Long> counts() {
        return counts;
    }

    /** A key as text that a database takes. */
    static String subject(byte[] key) {
        if (key == null || key.length == 0) {
            return NOBODY;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
            if (text.indexOf(0) < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // Not text; told as bytes below.
        }
        return "base64:" + Base64.getEncoder().encodeToString(key);
    }
}
