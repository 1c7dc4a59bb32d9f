package org.weir.city.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.weir.city.sim.StopEvent;
import org.weir.city.sim.StopEvents;

/** The truth beside the feed: every arrival and departure as it happens. Times are seconds of the epoch with milliseconds. */
public final class TruthFile implements StopEvents {
    public static final String HEADER =
            "service_date,trip_id,vehicle_id,stop_sequence,stop_id,arrival_epoch,departure_epoch\n";

    private final Writer out;

    /** @param out buffered; whoever made it closes it */
    public TruthFile(Writer out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    @Override
    public void happened(StopEvent event) {
        StringBuilder line = new StringBuilder(96)
                .append(event.serviceDate())
                .append(',')
                .append(event.tripId())
                .append(',')
                .append(event.vehicleId())
                .append(',')
                .append(event.sequence())
                .append(',')
                .append(event.stopId());
        seconds(line.append(','), event.arrival());
        seconds(line.append(','), event.departure());
        try {
            out.write(line.append('\n').toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the truth could not be written", e);
        }
    }

    static void seconds(StringBuilder to, double seconds) {
        long millis = Math.round(seconds * 1000);
        to.append(millis / 1000).append('.');
        long rest = millis % 1000;
        to.append(rest < 10 ? "00" : rest < 100 ? "0" : "").append(rest);
    }
}
