package org.weir.dashboard.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Something about measures that agencies define differently, and that may be chosen.
 *
 * @param id by which it is chosen
 * @param name what it is about
 * @param options what may be chosen; none where it is a number
 * @param standard what holds where nothing is chosen
 * @param least of a number; null otherwise
 * @param most of a number; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Parameter(String id, String name, List<Option> options, String standard, Double least, Double most) {
    /**
     * One of them.
     *
     * @param id by which it is chosen
     * @param meaning what it means, and whose it is
     */
    public record Option(String id, String meaning) {}

    public static final Parameter BUNCHING = choice(
            "bunching",
            "When two buses are bunched",
            new Option("quarter", "the headway is below 25% of the scheduled one (New York City)"),
            new Option("half", "the headway is below 50% of the scheduled one (TransitMatters)"),
            new Option("two-minutes", "the headway is below 120 s"));

    public static final Parameter ON_TIME = choice(
            "on-time",
            "When a bus is on time",
            new Option("nyc", "from 1 minute early to 5 minutes late, at every stop (New York City Transit)"),
            new Option(
                    "mbta",
                    "at the first stop 0 to 3 minutes late, between from 1 early to 6 late, at the last stop no more"
                            + " than 5 late (MBTA, Service Delivery Policy)"),
            new Option(
                    "frequent",
                    "the headway is no more than 3 minutes above the scheduled one (MBTA, Service Delivery Policy,"
                            + " for frequent service)"));

    public static final Parameter FREE_FLOW = choice(
            "free-flow",
            "What delay is counted from",
            new Option(
                    "own",
                    "the place's own running time in quiet hours (21:00 to 6:00) at the 95th percentile of speed, of a"
                            + " route, corridor or area by the kilometre; at least 20 runs"),
            new Option("16mph", "16 miles an hour"),
            new Option("schedule", "the scheduled time, which contains dwelling: so does what is held against it"));

    public static final Parameter PEAKS = choice(
            "peaks",
            "Which hours are the peaks",
            new Option("mbta", "7:00 to 9:00 and 16:00 to 18:30 (MBTA, Service Delivery Policy)"),
            new Option("wide", "7:00 to 10:00 and 16:00 to 19:00 (Weir)"));

    public static final Parameter SEATS = new Parameter("seats", "Seats of a bus", List.of(), "40", 1.0, 300.0);

    public static final List<Parameter> ALL = List.of(BUNCHING, ON_TIME, FREE_FLOW, PEAKS, SEATS);

    /** The first is the standard. */
    private static Parameter choice(String id, String name, Option... options) {
        return new Parameter(id, name, List.of(options), options[0].id(), null, null);
    }

    /** Whether this may be chosen. */
    boolean takes(String value) {
        if (least == null) {
            return options.stream().anyMatch(option -> option.id().equals(value));
        }
        try {
            double number = Double.parseDouble(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
