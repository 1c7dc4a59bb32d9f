package org.weir.city.sim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.weir.city.chance.Dice;
import org.weir.city.network.City;
import org.weir.city.network.Route;
import org.weir.city.timetable.Fleet;
import org.weir.city.timetable.Run;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;

/**
 * The buses of one service date, second by second. A date is simulated for itself: yesterday's last buses and today's first do
 * not see one another, so that a date is the same whenever it is begun. Nothing here reads a clock; {@link #advance} is told how
 * far to go.
 */
public final class ServiceDay {
    /** Seconds before its first departure at which a bus stands at the terminal. */
    private static final int PULL_OUT = 240;

    private final City city;
    private final LocalDate date;
    private final long start;
    private final Drive drive;
    private final Lanes lanes;
    private final Terminal terminal;
    private final StopService service;
    private final List<Bus> buses = new ArrayList<>();
    private final List<Bus> out = new ArrayList<>();
    private int nextHome;
    private long now;

    public ServiceDay(City city, Timetable timetable, LocalDate date, StopEvents events) {
        this.city = city;
        this.date = date;
        start = ServiceCalendar.start(date, ZoneId.of(city.zone())).getEpochSecond();
        Dice dice = new Dice(city.seed()).of("day " + date);
        lanes = new Lanes(city.streets().blocks().size());
        Traffic traffic = new Traffic(timetable.day(), dice.of("traffic"), city, date);
        drive = new Drive(traffic, lanes);
        Map<String, Course> courses = new HashMap<>();
        for (Route route : city.routes()) {
            route.patterns().forEach(p -> courses.put(p.id(), new Course(p, route.frequency(), city.streets())));
        }
        Riders riders = new Riders(timetable.day(), dice.of("riders"));
        Record record = new Record(date, start, events);
        service = new StopService(riders, record);
        terminal = new Terminal(courses, dice, service, record);
        Map<String, String> vehicles = Fleet.assign(city.agency(), timetable, date);
        Map<String, Bus> newest = new HashMap<>();
        for (Run run : timetable.runs()) {
            String vehicle = vehicles.get(run.id());
            Bus bus = new Bus(buses.size(), run, vehicle, newest.get(vehicle), odometer(vehicle));
            newest.put(vehicle, bus);
            buses.add(bus);
        }
        now = buses.isEmpty() ? 0 : buses.get(0).run.start() - PULL_OUT;
    }

    /** A vehicle drives less than 450 km a day, so its odometer never turns back from one date to the next. */
    private double odometer(String vehicle) {
        long days = date.toEpochDay() - LocalDate.of(2024, 1, 1).toEpochDay();
        return Math.floor(new Dice(city.seed()).uniform(Dice.key(vehicle)) * 90_000_000) + days * 450_000.0;
    }

    public LocalDate date() {
        return date;
    }

    /** The first moment at which a bus is out. */
    public Instant begins() {
        return Instant.ofEpochSecond(start + buses.get(0).run.start() - PULL_OUT);
    }

    /** True when the last bus is home. */
    public boolean over() {
        return nextHome == buses.size() && out.isEmpty();
    }

    /** Drives on to a moment (whole seconds of the epoch). Moments that are past do nothing. */
    public void advance(long epochSecond) {
        long to = epochSecond - start;
        while (now < to && !over()) {
            step();
        }
        now = Math.max(now, to);
    }

    /** Tells where each bus is that is out and asked for, in order of pull-out. */
    public void report(Predicate<String> vehicles, Consumer<BusReport> to) {
        for (Bus bus : out) {
            if (bus.out() && vehicles.test(bus.vehicle)) {
                to.accept(report(bus));
            }
        }
    }

    private void step() {
        while (nextHome < buses.size() && buses.get(nextHome).run.start() - PULL_OUT <= now) {
            out.add(buses.get(nextHome++));
        }
        lanes.see(out);
        for (Bus bus : out) {
            second(bus);
        }
        out.removeIf(b -> b.phase == Bus.Phase.GONE);
        now++;
    }

    private void second(Bus bus) {
        switch (bus.phase) {
            case HOME -> {
                if (bus.before == null || bus.before.phase == Bus.Phase.GONE) {
                    terminal.begin(bus, now);
                }
            }
            case LAYOVER, DWELLING -> {
                if (bus.until < now + 1) {
                    service.leave(bus, bus.until);
                    move(bus, Math.min(1, now + 1 - bus.until));
                }
            }
            case DRIVING -> move(bus, 1);
            case EMPTYING -> {
                if (bus.until < now + 1) {
                    terminal.end(bus, bus.until);
                }
            }
            default -> {}
        }
    }

    private void move(Bus bus, double part) {
        double halt = service.halt(bus, now);
        double before = bus.speed;
        double after = before + (drive.speedAfter(bus, now, halt) - before) * part;
        double distance = (before + after) / 2 * part;
        // Creeping up to a stop ends at the pole, not after infinitely many steps.
        if (halt < Double.MAX_VALUE && (distance >= halt || halt < 0.8)) {
            double needed = Math.min(part, halt / Math.max(0.5, (before + after) / 2));
            bus.driven += Math.max(0, halt);
            bus.along += Math.max(0, halt);
            bus.speed = 0;
            service.arrive(bus, now + 1 - part + needed);
        } else {
            service.pass(bus, distance, now + 1 - part, part);
            bus.along += distance;
            bus.driven += distance;
            bus.speed = after;
        }
        while (bus.block + 1 < bus.course.ends.length && bus.along >= bus.course.ends[bus.block]) {
            bus.block++;
            bus.waitsAt = -1;
        }
    }

    private BusReport report(Bus bus) {
        Course course = bus.course;
        double to = course.pattern.stopDistances()[bus.nextStop] - bus.along;
        boolean stopped = bus.phase != Bus.Phase.DRIVING;
        BusReport.Status status =
                stopped ? BusReport.Status.STOPPED : to < 60 ? BusReport.Status.INCOMING : BusReport.Status.IN_TRANSIT;
        return new BusReport(
                bus.vehicle,
                date,
                bus.trip,
                start + now,
                bus.along,
                course.pattern.shape().at(bus.along),
                course.pattern.shape().bearing(bus.along),
                bus.speed,
                bus.odometerAtStart + bus.driven,
                bus.nextStop + 1,
                status,
                bus.load);
    }
}
