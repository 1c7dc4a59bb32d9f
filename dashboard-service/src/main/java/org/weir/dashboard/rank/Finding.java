package org.weir.dashboard.rank;

import java.util.List;

/**
 * A place of which a rule says that it needs mending, with what it says so by.
 *
 * @param id of the cause and where it lies: the same in another period
 * @param level how bad it is in the rule's own terms: of a lane the speed as a share of free flow, of a signal and a stop
 *     seconds that a bus loses, of a timetable seconds that a trip falls behind
 * @param saved seconds that buses would save if the cause were gone, by day and hour
 * @param buses that passed, in the hours that count
 * @param profile along the place, in the direction of travel
 */
public record Finding(Cause cause, String id, Where where, double level, Grid saved, Grid buses, List<Step> profile) {

    /**
     * Where it lies.
     *
     * @param key the signal, the stop, the first and last stop, or a lane's first street
     * @param lines as [longitude, latitude], in the direction of travel; a stop is one point
     * @param streets ids
     * @param routes that go there
     */
    public record Where(String key, List<double[][]> lines, List<String> streets, List<LineKey> routes) {}

    /**
     * A part of the place.
     *
     * @param at the street or stop
     * @param metres from the place's beginning to the part's end; of stops, 0
     * @param seconds that a bus takes there in the mean
     * @param usual seconds that it would: in free flow, along the street around, at most stops of its lines, by the timetable
     * @param n how many passes
     */
    public record Step(String at, double metres, double seconds, double usual, long n) {}
}
