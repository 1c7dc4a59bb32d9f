package org.weir.dashboard.schedule;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What an archive holds.
 *
 * @param agencyName the first agency's name
 * @param timezone the zone that all its times are in
 * @param routes by id, in the order for people
 * @param stops by id; only those that a trip serves
 * @param patterns by ordinal; within a route, those with most trips first
 * @param trips by id; each departure by frequency is one
 * @param from the first service date it is made for; null where no service runs
 * @param to the last
 * @param days on which dates services run
 * @param warnings what could not be used, in sentences
 */
public record ScheduleContent(
        String agencyName,
        ZoneId timezone,
        Map<String, Route> routes,
        Map<String, Stop> stops,
        List<StopPattern> patterns,
        Map<String, Trip> trips,
        LocalDate from,
        LocalDate to,
        ServiceDays days,
        List<String> warnings) {}
