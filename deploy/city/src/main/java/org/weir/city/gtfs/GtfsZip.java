package org.weir.city.gtfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.weir.city.geo.Line;
import org.weir.city.geo.Point;
import org.weir.city.network.City;
import org.weir.city.network.Pattern;
import org.weir.city.network.Route;
import org.weir.city.network.Stop;
import org.weir.city.timetable.DayType;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.Timetable;
import org.weir.city.timetable.Trip;

/** Writes the city's GTFS. Entry times are fixed, so that the archive's bytes depend on its content alone. */
public final class GtfsZip {
    /** The smallest moment that a zip can hold: its files were never touched. */
    private static final LocalDateTime UNTOUCHED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final City city;
    private final Map<DayType, Timetable> timetables;
    private final ServiceCalendar calendar;

    private GtfsZip(City city, Map<DayType, Timetable> timetables, ServiceCalendar calendar) {
        this.city = city;
        this.timetables = timetables;
        this.calendar = calendar;
    }

    /** @return the archive */
    public static byte[] write(City city, Map<DayType, Timetable> timetables, ServiceCalendar calendar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_000_000);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            new GtfsZip(city, timetables, calendar).write(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void write(ZipOutputStream zip) throws IOException {
        entry(zip, "agency.txt", this::agency);
        entry(zip, "feed_info.txt", this::feedInfo);
        entry(zip, "calendar.txt", this::calendar);
        entry(zip, "calendar_dates.txt", this::holidays);
        entry(zip, "stops.txt", this::stops);
        entry(zip, "routes.txt", this::routes);
        entry(zip, "shapes.txt", this::shapes);
        entry(zip, "trips.txt", this::trips);
        entry(zip, "stop_times.txt", this::stopTimes);
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(UNTOUCHED);
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }

    private void agency(OutputStream out) throws IOException {
        new Table(out, "agency_id", "agency_name", "agency_url", "agency_timezone", "agency_lang")
                .row(city.agency().id(), city.agency().title(), site(), city.zone(), "en");
    }

    private String site() {
        return "https://www.example.org/" + city.agency().slug();
    }

    private void feedInfo(OutputStream out) throws IOException {
        Table table = new Table(
                out,
                "feed_publisher_name",
                "feed_publisher_url",
                "feed_lang",
                "feed_start_date",
                "feed_end_date",
                "feed_version",
                "feed_contact_url");
        table.row(
                city.agency().title(),
                site(),
                "en",
                DATE.format(calendar.first()),
                DATE.format(calendar.last()),
                "%s-%d-%d"
                        .formatted(
                                city.agency().slug(),
                                city.seed(),
                                calendar.first().getYear()),
                site() + "/contact");
    }

    private void calendar(OutputStream out) throws IOException {
        Table table = new Table(
                out,
                "service_id",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "start_date",
                "end_date");
        for (DayType day : DayType.values()) {
            int week = day == DayType.WEEKDAY ? 1 : 0;
            table.row(
                    day.service(),
                    week,
                    week,
                    week,
                    week,
                    week,
                    day == DayType.SATURDAY ? 1 : 0,
                    day == DayType.SUNDAY ? 1 : 0,
                    DATE.format(calendar.first()),
                    DATE.format(calendar.last()));
        }
    }

    private void holidays(OutputStream out) throws IOException {
        Table table = new Table(out, "service_id", "date", "exception_type");
        for (LocalDate date : calendar.holidays()) {
            DayType ordinary = ServiceCalendar.ordinary(date);
            if (ordinary != DayType.SUNDAY) {
                table.row(ordinary.service(), DATE.format(date), 2);
                table.row(DayType.SUNDAY.service(), DATE.format(date), 1);
            }
        }
    }

    private void stops(OutputStream out) throws IOException {
        Table table = new Table(out, "stop_id", "stop_code", "stop_name", "stop_desc", "stop_lat", "stop_lon");
        for (Stop stop : city.stops()) {
            table.row(
                    stop.id(),
                    stop.id(),
                    stop.name(),
                    stop.towards(),
                    Table.degrees(city.plane().latitude(stop.point())),
                    Table.degrees(city.plane().longitude(stop.point())));
        }
    }

    private void routes(OutputStream out) throws IOException {
        Table table = new Table(
                out,
                "route_id",
                "agency_id",
                "route_short_name",
                "route_long_name",
                "route_type",
                "route_color",
                "route_text_color",
                "route_sort_order");
        int order = 1;
        for (Route route : city.routes()) {
            table.row(
                    route.id(),
                    city.agency().id(),
                    route.shortName(),
                    route.longName(),
                    3,
                    route.color(),
                    route.textColor(),
                    order++);
        }
    }

    private void shapes(OutputStream out) throws IOException {
        Table table =
                new Table(out, "shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence", "shape_dist_traveled");
        for (Pattern pattern : city.patterns()) {
            Line shape = pattern.shape();
            for (int i = 0; i < shape.size(); i++) {
                Point point = shape.point(i);
                table.row(
                        pattern.id(),
                        Table.degrees(city.plane().latitude(point)),
                        Table.degrees(city.plane().longitude(point)),
                        i + 1,
                        Table.metres(shape.along(i)));
            }
        }
    }

    private void trips(OutputStream out) throws IOException {
        Table table = new Table(
                out, "route_id", "service_id", "trip_id", "trip_headsign", "direction_id", "block_id", "shape_id");
        for (Timetable timetable : timetables.values()) {
            for (Trip trip : timetable.trips()) {
                Pattern pattern = trip.pattern();
                table.row(
                        pattern.route(),
                        timetable.day().service(),
                        trip.id(),
                        pattern.headsign(),
                        pattern.direction(),
                        trip.run(),
                        pattern.id());
            }
        }
    }

    private void stopTimes(OutputStream out) throws IOException {
        Table table = new Table(
                out,
                "trip_id",
                "arrival_time",
                "departure_time",
                "stop_id",
                "stop_sequence",
                "shape_dist_traveled",
                "timepoint");
        for (Timetable timetable : timetables.values()) {
            for (Trip trip : timetable.trips()) {
                stopTimes(table, trip);
            }
        }
    }

    private static void stopTimes(Table table, Trip trip) throws IOException {
        Pattern pattern = trip.pattern();
        for (int i = 0; i < trip.times().length; i++) {
            String time = Table.time(trip.times()[i]);
            table.row(
                    trip.id(),
                    time,
                    time,
                    pattern.stops().get(i).id(),
                    i + 1,
                    Table.metres(pattern.stopDistances()[i]),
                    pattern.timepoint(i) ? 1 : 0);
        }
    }
}
