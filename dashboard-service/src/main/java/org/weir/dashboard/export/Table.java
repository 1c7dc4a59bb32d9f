package org.weir.dashboard.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.weir.schemas.problem.ErrorCode;
import org.weir.schemas.problem.Refusal;

/** What can be taken. A fixed vocabulary: the addresses are made of it. */
public enum Table {
    /** TIDES {@code stop_visits}. */
    STOP_VISITS("stop-visits", Of.RUNS),
    /** TIDES {@code trips_performed}. */
    TRIPS_PERFORMED("trips-performed", Of.RUNS),
    /** TIDES {@code vehicle_locations}: matched to the street and smoothed. */
    VEHICLE_LOCATIONS("vehicle-locations", Of.RUNS),
    /** Speeds from stop to stop, by day and hour. */
    SEGMENT_SPEEDS("segment-speeds", Of.PLACES),
    /** Headways and waits at stops, by day and hour. */
    HEADWAYS("headways", Of.PLACES),
    /** Every measure of the registry, by day. */
    MEASURES("measures", Of.FIGURES);

    /** What the rows are made of. */
    private enum Of {
        RUNS,
        PLACES,
        FIGURES
    }

    private static final int MONTH = 31;
    private static final int YEAR = 366;

    private final String id;
    private final Of of;

    Table(String id, Of of) {
        this.id = id;
        this.of = of;
    }

    /** @throws Refusal where there is none of that name */
    public static Table of(String id) {
        for (Table each : values()) {
            if (each.id.equals(id)) {
                return each;
            }
        }
        throw new Refusal(
                ErrorCode.UNKNOWN_EXPORT,
                "The tables are " + Arrays.stream(values()).map(Table::id).collect(Collectors.joining(", ")) + '.');
    }

    public String id() {
        return id;
    }

    /** Whether it is made of single runs, and not of the figures of days. */
    public boolean ofRuns() {
        return of == Of.RUNS;
    }

    /** Whether its rows have a place on a map. */
    public boolean mapped() {
        return of == Of.PLACES;
    }

    /** How many days are given at once. */
    public int longest() {
        return ofRuns() ? MONTH : YEAR;
    }
}
