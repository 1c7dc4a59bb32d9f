package org.weir.dashboard.movement.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.weir.city.flaw.Position;
import org.weir.city.gtfs.GtfsZip;
import org.weir.city.network.City;
import org.weir.city.timetable.ServiceCalendar;
import org.weir.city.timetable.TimetableBuilder;
import org.weir.dashboard.schedule.ScheduleBook;
import org.weir.dashboard.schedule.gtfs.GtfsArchive;
import org.weir.schemas.id.FeedId;
import org.weir.schemas.position.VehiclePosition;

/** The synthetic city's schedule and positions as this service reads them. */
public final class CityFeed {
    public static final FeedId FEED = FeedId.of("city.vehicle-positions");

    private CityFeed() {}

    public static ScheduleBook schedules(City city, LocalDate date) {
        return ScheduleBook.of(List.of(GtfsArchive.read(FEED, gtfs(city, date), Instant.EPOCH)));
    }

    /** The archive as its agency gives it. */
    public static byte[] gtfs(City city, LocalDate date) {
        return GtfsZip.write(city, TimetableBuilder.all(city), ServiceCalendar.around(date));
    }

    /** @param speed whether the agency lets speed and heading out */
    public static VehiclePosition position(Position p, boolean speed) {
        return new VehiclePosition(
                p.vehicle(),
                null,
                null,
                p.trip(),
                p.route(),
                p.direction() < 0 ? null : p.direction(),
                p.startTime(),
                p.startDate() == null ? null : p.startDate().format(DateTimeFormatter.BASIC_ISO_DATE),
                null,
                p.latitude(),
                p.longitude(),
                speed ? (float) p.bearing() : Float.NaN,
                Double.NaN,
                speed ? (float) p.speed() : Float.NaN,
                null,
                null,
                p.status().name().toLowerCase(Locale.ROOT),
                p.timestamp(),
                null,
                null,
                p.riders() * 100 / 40);
    }
}
