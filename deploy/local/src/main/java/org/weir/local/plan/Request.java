package org.weir.local.plan;

import java.net.URI;
import java.util.Optional;
import org.weir.schemas.id.AgencyId;

/**
 * Whose buses are wanted, checked and not yet looked up.
 *
 * @param own an agency of the caller's; empty for the synthetic city
 * @param everySeconds how often positions are asked for
 * @param recorded whether event time judges freshness
 * @param citySpeed how fast the synthetic city runs
 */
public record Request(Optional<Own> own, double everySeconds, boolean recorded, double citySpeed) {

    private static final double DEFAULT_POLL = 15;

    /** The city is on this machine and may be asked often; it makes the map lively. */
    private static final double CITY_POLL = 5;

    private static final double LONGEST_POLL = 86_400;

    /**
     * An agency of the caller's.
     *
     * @param id its id
     * @param name if the caller gave one; else its GTFS says
     * @param timezone likewise
     * @param schedule its static GTFS
     * @param positions its GTFS-Realtime vehicle positions
     */
    public record Own(
            AgencyId id, Optional<String> name, Optional<String> timezone, Schedule schedule, URI positions) {}

    /**
     * Checks the options that say whose buses.
     *
     * @throws Misuse with a sentence when they do not fit together
     */
    public static Request of(
            Optional<String> agency,
            Optional<String> name,
            Optional<String> timezone,
            Optional<String> gtfs,
            Optional<String> positions,
            Optional<Double> poll,
            boolean recorded,
            Optional<Double> citySpeed) {
        poll.filter(seconds -> !(seconds >= 0.1 && seconds <= LONGEST_POLL)).ifPresent(seconds -> {
            throw new Misuse("--poll needs seconds from 0.1 to 86400, not " + plain(seconds) + ".");
        });
        citySpeed.filter(speed -> !(speed > 0 && speed <= 1000)).ifPresent(speed -> {
            throw new Misuse("--city-speed needs a factor above 0 and up to 1000, not " + plain(speed) + ".");
        });
        if (agency.isEmpty() && gtfs.isEmpty() && positions.isEmpty()) {
            if (name.isPresent() || timezone.isPresent()) {
                throw new Misuse("--agency-name and --timezone go with --agency, --gtfs and --vehicle-positions.");
            }
            double speed = citySpeed.orElse(1.0);
            // Faster than the clock, its positions soon lie ahead of it: only event time can judge them.
            return new Request(
                    Optional.empty(),
                    poll.orElse(CITY_POLL / speed < 0.5 ? 0.5 : CITY_POLL / speed),
                    recorded || speed != 1,
                    speed);
        }
        if (agency.isEmpty() || gtfs.isEmpty() || positions.isEmpty()) {
            throw new Misuse("An agency of your own needs --agency ID, --gtfs URL-or-file and --vehicle-positions URL,"
                    + " all three; missing: " + missing(agency, gtfs, positions) + ".");
        }
        if (citySpeed.isPresent()) {
            throw new Misuse(
                    "--city-speed is for the synthetic city, which does not run beside an agency of your own.");
        }
        Own own = new Own(
                id(agency.get()),
                name,
                timezone,
                Schedule.of(gtfs.get()),
                Schedule.address("--vehicle-positions", positions.get()));
        return new Request(Optional.of(own), poll.orElse(DEFAULT_POLL), recorded, 1.0);
    }

    private static AgencyId id(String text) {
        try {
            return new AgencyId(text);
        } catch (IllegalArgumentException e) {
            throw new Misuse("--agency: " + e.getMessage() + " For example: wmata.");
        }
    }

    private static String missing(Optional<String> agency, Optional<String> gtfs, Optional<String> positions) {
        StringBuilder names = new StringBuilder();
        if (agency.isEmpty()) {
            names.append(" --agency");
        }
        if (gtfs.isEmpty()) {
            names.append(" --gtfs");
        }
        if (positions.isEmpty()) {
            names.append(" --vehicle-positions");
        }
        return names.toString().strip().replace(" ", ", ");
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
