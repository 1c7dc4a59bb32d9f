package org.weir.city.flaw;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.weir.city.chance.Dice;
import org.weir.city.network.City;
import org.weir.city.sim.BusReport;
import org.weir.city.sim.ServiceDay;
import org.weir.city.sim.StopEvents;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;

/** One service date, watched: its buses, what they take for their trips, and where they leave their routes. */
final class Watch {
    final LocalDate date;
    private final ServiceDay day;
    private final long start;
    private final TripLabels labels;
    private final Detours detours;

    /** @param dice the sampling's */
    Watch(City city, Timetable timetable, LocalDate date, Sampling sampling, Dice dice, StopEvents events) {
        this.date = date;
        day = new ServiceDay(city, timetable, date, events);
        start = ServiceCalendar.start(date, ZoneId.of(city.zone())).getEpochSecond();
        labels = new TripLabels(sampling.labels(), dice.of("labels " + date), timetable);
        detours = new Detours(sampling.detours(), dice.of("detours " + date), date, timetable);
    }

    /** The first moment at which a bus is out, seconds of the epoch. */
    long begins() {
        return day.begins().getEpochSecond();
    }

    boolean over() {
        return day.over();
    }

    Detours detours() {
        return detours;
    }

    /** Lets the buses drive on to {@code second}, and hears those that are due. */
    void hear(long second, Beat beat, Consumer<BusReport> to) {
        day.advance(second);
        day.report(vehicle -> beat.due(vehicle, second), to);
    }

    Position position(City city, BusReport report, Receivers receivers) {
        return Position.of(
                city.plane(),
                report,
                labels.label(report, report.at() - start),
                receivers.fix(report, detours.place(report)));
    }
}
