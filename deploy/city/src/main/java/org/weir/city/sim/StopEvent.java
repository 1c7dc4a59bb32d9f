package org.weir.city.sim;

import java.time.LocalDate;

/**
 * The truth about one stop of one trip: when the bus came and when it left. A stop that was passed without stopping has both
 * alike. A terminal's departure at the end of a trip is the moment the bus was empty.
 *
 * @param sequence 1 for the first stop
 * @param arrival seconds of the epoch
 * @param departure seconds of the epoch, not before the arrival
 */
public record StopEvent(
        LocalDate serviceDate,
        String tripId,
        String vehicleId,
        int sequence,
        String stopId,
        double arrival,
        double departure) {}
