package org.weir.consent.transform;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.weir.schemas.ledger.ReasonCode;

/**
 * Puts the beginning of its minute, hour, day … in the place of a time of POSIX seconds, by the feed's time zone. Where it
 * is the time of the event itself, the envelope tells no more than the record does.
 *
 * @param path the field
 * @param unit how coarse
 * @param zone the feed's time zone
 * @param isEventTime whether the field says when the record happened
 */
public record CoarseTime(String path, Coarseness unit, ZoneId zone, boolean isEventTime) implements RecordStep {
    /** Year 9999; what is beyond is no time of an event. */
    private static final double LAST = 253_402_300_799.0;

    @Override
    public List<String> rewrites() {
        return List.of(path);
    }

    @Override
    public Worker worker() {
        LocalUnits units = new LocalUnits(zone, unit);
        LocalUnits shown = new LocalUnits(zone, unit);
        return record -> {
            if (isEventTime) {
                record.showTime(shown.start(record.eventTime()));
            }
            return record.has(0) ? rewrite(record, units) : Worker.PASSES;
        };
    }

    private static Optional<ReasonCode> rewrite(RecordFields record, LocalUnits units) throws UnshapeableRecord {
        double seconds = JsonNumber.parse(record.bytes(0), record.from(0), record.to(0));
        if (!(seconds >= 0 && seconds <= LAST)) {
            throw new UnshapeableRecord("A time in POSIX seconds was expected", 0);
        }
        long floor = Math.floorDiv(units.start((long) seconds * 1000), 1000L);
        String text = Long.toString(Math.max(0, floor));
        record.rewrite(0, (record.isText(0) ? '"' + text + '"' : text).getBytes(StandardCharsets.US_ASCII));
        return Worker.PASSES;
    }
}
