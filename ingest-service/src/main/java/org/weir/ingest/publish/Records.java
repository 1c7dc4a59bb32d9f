package org.weir.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.weir.ingest.check.Finding;
import org.weir.ingest.decode.Entity;
import org.weir.schemas.envelope.Headers;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.PositionWriter;
import org.weir.schemas.position.VehiclePosition;
import org.weir.schemas.topic.Topics;

/** Turns one feed's positions and refusals into Kafka records with CloudEvents headers. */
final class Records {
    private static final int LONGEST_KEY = 256;

    /** Quarantine keeps the beginning of what is larger: a broker takes no record of more than 1 MB. */
    private static final int LONGEST_REFUSED = 64 << 10;

    private final String raw;
    private final String quarantine;
    private final Header specVersion = header(Headers.SPEC_VERSION, Headers.CLOUDEVENTS_VERSION);
    private final Header type = header(Headers.TYPE, Headers.VEHICLE_POSITION_TYPE);
    private final Header json = header(Headers.CONTENT_TYPE, Headers.JSON);
    private final Header source;

    Records(FeedId feed) {
        raw = Topics.raw(feed);
        quarantine = Topics.quarantine(feed);
        source = header(Headers.SOURCE, "/feeds/" + feed);
    }

    /** The raw topic. */
    String topic() {
        return raw;
    }

    /** The record of a position that passed the checks; its timestamp is the event's. */
    ProducerRecord<byte[], byte[]> published(VehiclePosition p) {
        byte[] key = p.vehicleId().getBytes(UTF_8);
        List<Header> headers = List.of(
                specVersion,
                header(Headers.ID, p.vehicleId() + ':' + p.timestamp()),
                source,
                type,
                new RecordHeader(Headers.SUBJECT, key),
                header(Headers.TIME, Instant.ofEpochSecond(p.timestamp()).toString()),
                json);
        return new ProducerRecord<>(raw, null, p.timestamp() * 1000, key, PositionWriter.write(p), headers);
    }

    /** The record of a refusal; its timestamp is when it was refused, for the record's own may be the fault. */
    ProducerRecord<byte[], byte[]> refused(Entity entity, Finding finding, Instant at) {
        byte[] value = entity instanceof Entity.Unreadable unreadable
                ? unreadable.bytes()
                : PositionWriter.write(((Entity.Position) entity).position());
        if (value.length > LONGEST_REFUSED) {
            value = Arrays.copyOf(value, LONGEST_REFUSED);
        }
        String subject = subject(entity);
        List<Header> headers = List.of(
                specVersion,
                header(Headers.ID, refusalId(entity, finding)),
                source,
                type,
                header(Headers.SUBJECT, subject),
                header(Headers.TIME, at.toString()),
                json,
                header(Headers.CODE, finding.code().code()),
                header(Headers.REASON, finding.reason()),
                header(Headers.REFUSED_AT, at.toString()));
        byte[] key = subject.isEmpty() ? null : subject.getBytes(UTF_8);
        return new ProducerRecord<>(quarantine, null, at.toEpochMilli(), key, value, headers);
    }

    /** What two refusals have in common when they are one refusal repeated: entity, timestamp and code. */
    static String refusalId(Entity entity, Finding finding) {
        String which = entity instanceof Entity.Unreadable unreadable
                ? '#' + Long.toHexString(checksum(unreadable.bytes()))
                : Long.toString(((Entity.Position) entity).position().timestamp());
        return subject(entity) + ':' + which + ':' + finding.code().code();
    }

    /** The vehicle, or the entity of the message where it does not say which, or nothing. */
    private static String subject(Entity entity) {
        String vehicle = entity instanceof Entity.Position p ? p.position().vehicleId() : null;
        String subject = vehicle == null || vehicle.isBlank() ? entity.id() : vehicle;
        return subject == null ? "" : subject.substring(0, Math.min(subject.length(), LONGEST_KEY));
    }

    private static long checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
