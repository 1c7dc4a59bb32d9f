package org.weir.city.flaw;

import java.time.LocalDate;
import java.util.List;
import org.weir.city.network.City;
import org.weir.city.sim.StopEvent;

/**
 * A whole service date: what the agency hears and what is true. A day of the city holds about 370,000 messages at 30 seconds.
 *
 * @param messages in order of arrival
 * @param stops every arrival and departure, whatever was heard of it; in order of departure within a vehicle
 * @param detours trips that left their route
 */
public record TruthDay(City city, LocalDate date, List<Message> messages, List<StopEvent> stops, List<Detour> detours) {
    /** @param seed of the flaws; the city has its own */
    public static TruthDay of(City city, LocalDate date, Sampling sampling, long seed) {
        return TruthDays.day(city, date, sampling, seed);
    }
}
