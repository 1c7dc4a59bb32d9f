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
    final Frequencies frequencies = new Frequencies();
    private final Map<String, Integer> stopNumbers = new HashMap<>();
    /** Stop times at places that are not stops (flexible areas). */
    int flexible;

    @Override
    public void saveEntity(Object entity) {
        if (entity instanceof StopTime time) {
            stopTime(time);
        } else if (entity instanceof ShapePoint point) {
            shapes.computeIfAbsent(point.getShapeId().getId(), s -> new ShapePoints())
                    .add(point.getSequence(), point.getLat(), point.getLon());
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

    private void stopTime(StopTime time) {
        if (!(time.getStop() instanceof org.onebusaway.gtfs.model.Stop stop)) {
            flexible++;
            return;
        }
        String id = stop.getId().getId();
        Integer number = stopNumbers.get(id);
        if (number == null) {
            number = stops.size();
            stopNumbers.put(id, number);
            stops.add(new Stop(id, stop.getName() == null ? id : stop.getName(), stop.getLat(), stop.getLon()));
        }
        times.computeIfAbsent(time.getTrip().getId().getId(), t -> new StopTimes())
                .add(
                        time.getStopSequence(),
                        number,
                        time.isArrivalTimeSet() ? time.getArrivalTime() : -1,
                        time.isDepartureTimeSet() ? time.getDepartureTime() : -1);
    }

    private void calendar(ServiceCalendar c) {
        int weekdays = c.getMonday()
                | c.getTuesday() << 1
                | c.getWednesday() << 2
                | c.getThursday() << 3
                | c.getFriday() << 4
                | c.getSaturday() << 5
                | c.getSunday() << 6;
        days.span(c.getServiceId().getId(), weekdays, date(c.getStartDate()), date(c.getEndDate()));
    }

    static LocalDate date(ServiceDate date) {
        return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    }
}
