package org.weir.city.flaw;

/**
 * What goes wrong with the trip a bus says it is on: shares of trips, 0–1. A trip has at most one of the first three.
 *
 * @param missing no trip, direction or start date at all; the route stays
 * @param otherDeparture the id of a departure of the same route and direction, up to three before or after its own
 * @param otherDirection the id of the opposite direction's departure nearest in time
 * @param stale for its first 2–6 minutes the id of the vehicle's trip before, where it has one
 */
public record Labels(double missing, double otherDeparture, double otherDirection, double stale) {
    public static final Labels RIGHT = new Labels(0, 0, 0, 0);

    public Labels {
        Sampling.share("missing trips", missing);
        Sampling.share("other departures", otherDeparture);
        Sampling.share("other directions", otherDirection);
        Sampling.share("stale trips", stale);
        Sampling.share("mislabelled trips in all", missing + otherDeparture + otherDirection);
    }
}
