package org.weir.city.sim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.weir.city.network.City;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;

/** The city day after day: yesterday's last buses and today's, for as long as it is told to go on. Not safe for many threads. */
public final class Operation {
    private final City city;
    private final ZoneId zone;
    private final Map<DayType, Timetable> timetables;
    private final StopEvents events;
    private final List<ServiceDay> days = new ArrayList<>();
    private LocalDate nextDate;
    private long now;

    /**
     * @param from the moment at which it is in full swing: everything from the service date before on has happened by then
     * @param events hears of what happens after {@code from}
     */
    public Operation(City city, Map<DayType, Timetable> timetables, Instant from, StopEvents events) {
        this.city = city;
        this.zone = ZoneId.of(city.zone());
        this.timetables = new EnumMap<>(timetables);
        long begin = from.getEpochSecond();
        this.events = event -> {
            if (event.departure() >= begin) {
                events.happened(event);
            }
        };
        nextDate = from.atZone(zone).toLocalDate().minusDays(1);
        advance(begin);
    }

    /** Seconds of the epoch. */
    public long now() {
        return now;
    }

    public void advance(long epochSecond) {
        // A service date's first buses pull out a few hours after its midnight, never before.
        while (ServiceCalendar.start(nextDate, zone).getEpochSecond() <= epochSecond) {
            Timetable timetable = timetables.get(ServiceCalendar.on(nextDate));
            days.add(new ServiceDay(city, timetable, nextDate, events));
            nextDate = nextDate.plusDays(1);
        }
        days.forEach(day -> day.advance(epochSecond));
        days.removeIf(ServiceDay::over);
        now = epochSecond;
    }

    /** Tells where each of the buses of which the vehicle id is asked for is now. */
    public void report(Predicate<String> vehicles, Consumer<BusReport> to) {
        days.forEach(day -> day.report(vehicles, to));
    }
}
