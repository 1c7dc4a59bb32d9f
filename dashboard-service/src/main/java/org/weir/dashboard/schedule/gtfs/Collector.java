package org.weir.dashboard.schedule.gtfs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onebusaway.gtfs.impl.GtfsDaoImpl;
import org.onebusaway.gtfs.model.Frequency;
import org.onebusaway.gtfs.model.ServiceCalendar;
import org.onebusaway.gtfs.model.ServiceCalendarDate;
import org.onebusaway.gtfs.model.ShapePoint;
import org.onebusaway.gtfs.model.StopTime;
import org.onebusaway.gtfs.model.calendar.ServiceDate;
import org.weir.dashboard.schedule.ServiceDays;
import org.weir.dashboard.schedule.Stop;

/** Takes what the library reads; the two large tables go into plain arrays at once and are not kept as objects. */
final class Collector extends GtfsDaoImpl {
    final ServiceDays days = new ServiceDays();
    final List<Stop> stops = new ArrayList<>();
    final Map<String, StopTimes> times = new LinkedHashMap<>();
    final Map<String, ShapePoints> shapes = new HashMap<>();
    final Faults faults = new Faults();
    final Frequencies frequencies = new Frequencies(faults);
    /** Where each stop is in {@link #stops}; below 0 where it cannot be used. */
    private final Map<String, Integer> stopNumbers = new HashMap<>();

    @Override
    public void saveEntity(Object entity) {
        if (entity instanceof StopTime time) {
            stopTime(time);
        } else if (entity instanceof ShapePoint point) {
            shapePoint(point);
        } else if (entity instanceof ServiceCalendar calendar) {
            calendar(calendar);
        } else if (entity instanceof ServiceCalendarDate date) {
            days.exception(date.getServiceId().getId(), date(date.getDate()), date.getExceptionType() == 1);
        } else if (entity instanceof Frequency f) {
            String trip = f.getTrip().getId().getId();
            frequencies.add(trip, f.getStartTime(), f.getEndTime(), f.getHeadwaySecs(), f.getExactTimes() == 1);
        } else {
            super.saveEntity(entity);
        }
    }

    private void shapePoint(ShapePoint point) {
        if (onEarth(point.getLat(), point.getLon())) {
            shapes.computeIfAbsent(point.getShapeId().getId(), s -> new ShapePoints())
                    .add(point.getSequence(), point.getLat(), point.getLon());
        } else {
            faults.count(Fault.NOWHERE);
        }
    }

    private void stopTime(StopTime time) {
        if (!(time.getStop() instanceof org.onebusaway.gtfs.model.Stop stop)) {
            faults.count(time.getStopLocation() == null ? Fault.UNKNOWN_STOP : Fault.AREA);
            return;
        }
        int number = stopNumbers.computeIfAbsent(stop.getId().getId(), id -> number(id, stop));
        if (number < 0) {
            return;
        }
        times.computeIfAbsent(time.getTrip().getId().getId(), t -> new StopTimes())
                .add(
                        time.getStopSequence(),
                        number,
                        time.isArrivalTimeSet() ? time.getArrivalTime() : -1,
                        time.isDepartureTimeSet() ? time.getDepartureTime() : -1);
    }

    private int number(String id, org.onebusaway.gtfs.model.Stop stop) {
        if (!onEarth(stop.getLat(), stop.getLon())) {
            faults.count(Fault.NO_PLACE);
            return -1;
        }
        stops.add(new Stop(id, stop.getName() == null ? id : stop.getName(), stop.getLat(), stop.getLon()));
        return stops.size() - 1;
    }

    /** The library reads what is no number as 0, and nothing as -999. */
    private static boolean onEarth(double lat, double lon) {
        return lat != 0 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    }

    private void calendar(ServiceCalendar c) {
        int weekdays = c.getMonday()
                | c.getTuesday() << 1
                | c.getWednesday() << 2
                | c.getThursday() << 3
                | c.getFriday() << 4
                | c.getSaturday() << 5
                | c.getSunday() << 6;
        LocalDate from = date(c.getStartDate());
        LocalDate to = date(c.getEndDate());
        if (to.isBefore(from)) {
            faults.count(Fault.ENDLESS_CALENDAR);
        } else {
            days.span(c.getServiceId().getId(), weekdays, from, to);
        }
    }

    static LocalDate date(ServiceDate date) {
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    }
}
