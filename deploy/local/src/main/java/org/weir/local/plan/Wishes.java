package org.weir.local.plan;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the command line said about whose buses, as it said it.
 *
 * @param own an agency of the caller's
 * @param city the synthetic city
 * @param poll {@code --poll}, seconds
 * @param recorded {@code --recorded}
 */
public record Wishes(Own own, City city, Optional<Double> poll, boolean recorded) {

    /** {@code --agency}, {@code --agency-name}, {@code --timezone}, {@code --gtfs}, {@code --vehicle-positions}. */
    public record Own(
            Optional<String> agency,
            Optional<String> name,
            Optional<String> timezone,
            Optional<String> gtfs,
            Optional<String> positions) {

        boolean silent() {
            return agency.isEmpty() && gtfs.isEmpty() && positions.isEmpty();
        }
    }

    /** {@code --city-speed} and {@code --city-from}. */
    public record City(Optional<Double> speed, Optional<LocalDateTime> from) {

        boolean silent() {
            return speed.isEmpty() && from.isEmpty();
        }
    }
}
