package org.weir.city.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.weir.city.feed.Positions;
import org.weir.city.flaw.Message;
import org.weir.city.flaw.Position;

/** Positions as a recording: GTFS-Realtime's fields, flattened into columns, and when each was received (seconds of the epoch). */
public final class PositionsFile implements Consumer<Message> {
    public static final String HEADER =
            "id,vehicle.trip.trip_id,vehicle.trip.start_time,vehicle.trip.start_date,vehicle.trip.schedule_relationship,"
                    + "vehicle.trip.route_id,vehicle.trip.direction_id,vehicle.position.latitude,"
                    + "vehicle.position.longitude,vehicle.position.bearing,vehicle.position.speed,"
                    + "vehicle.current_stop_sequence,vehicle.current_status,vehicle.timestamp,vehicle.stop_id,"
                    + "vehicle.vehicle.id,vehicle.vehicle.label,vehicle.occupancy_status,received_at\n";

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final Writer out;
    private long written;

    /** @param out buffered; whoever made it closes it */
    public PositionsFile(Writer out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    @Override
    public void accept(Message message) {
        Position position = message.position();
        boolean named = position.trip() != null;
        try {
            out.write(String.join(
                    ",",
                    position.vehicle(),
                    named ? position.trip() : "",
                    named ? position.startTime() : "",
                    named ? DATE.format(position.startDate()) : "",
                    named ? "0" : "",
                    position.route(),
                    named ? Integer.toString(position.direction()) : "",
                    decimals(position.latitude(), 6),
                    decimals(position.longitude(), 6),
                    decimals(position.bearing(), 1),
                    decimals(position.speed(), 2),
                    Integer.toString(position.sequence()),
                    Integer.toString(Positions.status(position.status()).getNumber()),
                    Long.toString(position.timestamp()),
                    position.stop(),
                    position.vehicle(),
                    position.vehicle(),
                    Integer.toString(Positions.occupancy(position.riders()).getNumber()),
                    Long.toString(message.arrival())));
            out.write('\n');
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException("positions could not be written", e);
        }
    }

    /** How many messages so far. */
    public long written() {
        return written;
    }

    private static String decimals(double value, int digits) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(digits, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
