package org.weir.city.network;

import java.util.List;

/** Who runs buses on Riverton's streets. Each has stops, vehicles and a GTFS of its own; the streets and their traffic are one. */
public enum Agency {
    RIVERTON("riverton-transit", "Riverton Transit", "riverton", "stops", 1001, "", 225),
    /** Express routes from the county's towns into the city, with few stops. */
    COUNTY("county-express", "Sundew County Express", "county", "county stops", 101, "C", 700);

    private final String id;
    private final String title;
    private final String slug;
    private final String dice;
    private final int firstStop;
    private final String prefix;
    private final double spacing;

    Agency(String id, String title, String slug, String dice, int firstStop, String prefix, double spacing) {
        this.id = id;
        this.title = title;
        this.slug = slug;
        this.dice = dice;
        this.firstStop = firstStop;
        this.prefix = prefix;
        this.spacing = spacing;
    }

    /** The GTFS agency_id. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** A name for addresses and versions. */
    public String slug() {
        return slug;
    }

    /** The vehicle with a number: no two agencies' vehicles have the same id. */
    public String vehicle(int number) {
        return prefix + number;
    }

    /** The dice's topic for what its planners left to chance. */
    String dice() {
        return dice;
    }

    String stop(int n) {
        return prefix + (firstStop + n);
    }

    /** Metres between stops, at least. */
    double spacing() {
        return spacing;
    }

    List<RoutePlan> plans() {
        return this == RIVERTON ? RoutePlan.RIVERTON : RoutePlan.COUNTY;
    }
}
