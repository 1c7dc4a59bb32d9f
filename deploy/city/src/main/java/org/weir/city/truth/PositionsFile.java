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
        StringBuilder line = new StringBuilder(240)
                .append(position.vehicle())
                .append(',')
                .append(named ? position.trip() : "")
                .append(',')
                .append(named ? position.startTime() : "")
                .append(',')
                .append(named ? DATE.format(position.startDate()) : "")
                .append(named ? ",0," : ",,")
                .append(position.route())
                .append(',')
                .append(named ? Integer.toString(position.direction()) : "");
        decimals(line, position.latitude(), 6);
        decimals(line, position.longitude(), 6);
        decimals(line, position.bearing(), 1);
        decimals(line, position.speed(), 2);
        line.append(',')
                .append(position.sequence())
                .append(',')
                .append(Positions.status(position.status()).getNumber())
                .append(',')
                .append(position.timestamp())
                .append(',')
                .append(position.stop())
                .append(',')
                .append(position.vehicle())
                .append(',')
                .append(position.vehicle())
                .append(',')
                .append(Positions.occupancy(position.riders()).getNumber())
                .append(',')
                .append(message.arrival())
                .append('\n');
        try {
            out.append(line);
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException("positions could not be written", e);
        }
    }

    /** How many messages so far. */
    public long written() {
        return written;
    }

    /** A comma and the value, by hand: a day has millions of decimals, and a general formatter takes half of its time. */
    static void decimals(StringBuilder line, double value, int digits) {
        long unit = 1;
        for (int i = 0; i < digits; i++) {
            unit *= 10;
        }
        long scaled = Math.round(Math.abs(value) * unit);
        line.append(value < 0 && scaled > 0 ? ",-" : ",").append(scaled / unit).append('.');
        for (long place = unit / 10; place > 0; place /= 10) {
            line.append((char) ('0' + scaled / place % 10));
        }
    }
}
