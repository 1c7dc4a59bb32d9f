package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.topic.Topics;

/** Reads a feed's quarantine for its page. */
@ApplicationScoped
public class Quarantine {
    /** Offsets that the consent service's transactions take hold no record; so more are read than are shown. */
    private static final int MARGIN = 4;

    private final TopicReader reader;

    Quarantine(TopicReader reader) {
        this.reader = reader;
    }

    /**
     * A refused record.
     *
     * @param at when it was refused
     * @param entity which entity it is of, for those who may see the record; otherwise null
     * @param code the stable code
     * @param reason the sentence a person understands; with what exactly was wrong for those who may see the record
     * @param remedy what to do
     * @param record the record as it came, for those who may see it; otherwise null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(String at, String entity, String code, String reason, String remedy, String record) {}

    /**
     * The newest refusals, newest first. Blocks.
     *
     * @param withRecord whether the records themselves are told, and whose they are
     */
    public List<Refused> newest(FeedId feed, int limit, boolean withRecord) {
        Deque<Refused> newest = new ArrayDeque<>();
        reader.read(
                Topics.quarantine(feed), log -> Math.max(log.begin(), log.end() - (long) MARGIN * limit), record -> {
                    newest.addLast(refused(record, withRecord));
                    if (newest.size() > limit) {
                        newest.removeFirst();
                    }
                });
        List<Refused> list = new ArrayList<>(newest);
        Collections.reverse(list);
        return list;
    }

    /**
     * Without the record, the reason is the code's sentence alone: what follows it may name the record's place on the raw
     * topic, by which recipients know the shared one, or quote a piece of what could not be read.
     */
    static Refused refused(ConsumerRecord<byte[], byte[]> record, boolean withRecord) {
        String code = KafkaTail.text(record, Headers.CODE);
        Optional<ErrorCode> known = known(code);
        return new Refused(
                KafkaTail.text(record, Headers.REFUSED_AT),
                withRecord && record.key() != null ? new String(record.key(), UTF_8) : null,
                code,
                withRecord
                        ? KafkaTail.text(record, Headers.REASON)
                        : known.map(ErrorCode::sentence).orElse(null),
                known.map(ErrorCode::remedy).orElse(null),
                withRecord && record.value() != null ? new String(record.value(), UTF_8) : null);
    }

    private static Optional<ErrorCode> known(String code) {
        return Arrays.stream(ErrorCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }
}
