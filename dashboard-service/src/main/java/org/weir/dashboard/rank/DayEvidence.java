package org.weir.dashboard.rank;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one service date tells of every street, stop and timetable. That of several feeds, or of parts of a day, adds up.
 *
 * @param streets by the street's id
 */
public record DayEvidence(
        LocalDate date,
        Map<String, StreetTimes> streets,
        Map<StopKey, StopTimes> stops,
        Map<LinkKey, LinkTimes> links,
        Map<LineKey, LineTrips> lines) {}
