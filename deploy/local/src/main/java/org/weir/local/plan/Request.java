package org.weir.local.plan;

import java.net.URI;
import java.util.Optional;
import java.util.StringJoiner;
import org.weir.schemas.id.AgencyId;

/**
 * Whose buses are wanted, checked and not yet looked up.
 *
 * @param own an agency of the caller's; empty for the synthetic city
 * @param everySeconds how often positions are asked for
 * @param recorded whether event time judges freshness
 */
public record Request(Optional<Own> own, double everySeconds, boolean recorded) {

    private static final double DEFAULT_POLL = 15;

    /** The city is on this machine and may be asked often; it makes the map lively. */
    private static final double CITY_POLL = 5;

    /** A city of twenty times the speed reports twenty times as often; below this, asking costs more than it shows. */
    private static final double SHORTEST_CITY_POLL = 0.5;

    private static final double SHORTEST_POLL = 0.1;
    private static final double LONGEST_POLL = 86_400;
    private static final double FASTEST_CITY = 1000;

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
     * Checks the wishes.
     *
     * @param clock the city's
     * @throws Misuse with a sentence when they do not fit together
     */
    public static Request of(Wishes wishes, CityClock clock) {
        wishes.poll().filter(s -> !(s >= SHORTEST_POLL && s <= LONGEST_POLL)).ifPresent(s -> {
            throw new Misuse("--poll needs seconds from 0.1 to 86400, not " + plain(s) + ".");
        });
        return wishes.own().silent() ? city(wishes, clock) : own(wishes);
    }

    private static Request city(Wishes wishes, CityClock clock) {
        if (wishes.own().name().isPresent() || wishes.own().timezone().isPresent()) {
            throw new Misuse("--agency-name and --timezone go with --agency, --gtfs and --vehicle-positions.");
        }
        if (!(clock.speed() > 0 && clock.speed() <= FASTEST_CITY)) {
            throw new Misuse("--city-speed needs a factor above 0 and up to 1000, not " + plain(clock.speed()) + ".");
        }
        double poll =
                wishes.poll().orElse(Math.min(CITY_POLL, Math.max(SHORTEST_CITY_POLL, CITY_POLL / clock.speed())));
        return new Request(Optional.empty(), poll, wishes.recorded() || clock.apart());
    }

    private static Request own(Wishes wishes) {
        Wishes.Own own = wishes.own();
        if (own.agency().isEmpty() || own.gtfs().isEmpty() || own.positions().isEmpty()) {
            throw new Misuse("An agency of your own needs --agency ID, --gtfs URL-or-file and --vehicle-positions URL,"
                    + " all three; missing: " + missing(own) + ".");
        }
        if (!wishes.city().silent()) {
            throw new Misuse("--city-speed and --city-from are for the synthetic city,"
                    + " which does not run beside an agency of your own.");
        }
        return new Request(
                Optional.of(new Own(
                        id(own.agency().get()),
                        own.name(),
                        own.timezone(),
                        Schedule.of(own.gtfs().get()),
                        Schedule.address("--vehicle-positions", own.positions().get()))),
                wishes.poll().orElse(DEFAULT_POLL),
                wishes.recorded());
    }

    private static AgencyId id(String text) {
        try {
            return new AgencyId(text);
        } catch (IllegalArgumentException e) {
            throw new Misuse("--agency: " + e.getMessage() + " For example: wmata.");
        }
    }

    private static String missing(Wishes.Own own) {
        StringJoiner names = new StringJoiner(", ");
        if (own.agency().isEmpty()) {
            names.add("--agency");
        }
        if (own.gtfs().isEmpty()) {
            names.add("--gtfs");
        }
        if (own.positions().isEmpty()) {
            names.add("--vehicle-positions");
        }
        return names.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
