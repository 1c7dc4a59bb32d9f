package org.weir.city.feed;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.weir.city.network.City;
import org.weir.city.network.Stop;
import org.weir.city.sim.BusReport;

/** Bus reports as a GTFS-Realtime message. */
public final class Positions {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private Positions() {}

    /** @param at seconds of the epoch: the message's own time */
    public static FeedMessage message(City city, long at, Collection<BusReport> reports) {
        FeedMessage.Builder message = FeedMessage.newBuilder()
                .setHeader(FeedHeader.newBuilder()
                        .setGtfsRealtimeVersion("2.0")
                        .setIncrementality(FeedHeader.Incrementality.FULL_DATASET)
                        .setTimestamp(at));
        for (BusReport report : reports) {
            message.addEntity(FeedEntity.newBuilder().setId(report.vehicleId()).setVehicle(vehicle(city, report)));
        }
        return message.build();
    }

    private static VehiclePosition vehicle(City city, BusReport report) {
        Stop stop = report.trip().pattern().stops().get(report.sequence() - 1);
        return VehiclePosition.newBuilder()
                .setTrip(TripDescriptor.newBuilder()
                        .setTripId(report.trip().id())
                        .setRouteId(report.trip().pattern().route())
                        .setDirectionId(report.trip().pattern().direction())
                        .setStartTime(startTime(report))
                        .setStartDate(startDate(report))
                        .setScheduleRelationship(TripDescriptor.ScheduleRelationship.SCHEDULED))
                .setVehicle(VehicleDescriptor.newBuilder()
                        .setId(report.vehicleId())
                        .setLabel(report.vehicleId())
                        .setLicensePlate("RIV-" + report.vehicleId()))
                .setPosition(Position.newBuilder()
                        .setLatitude((float) city.plane().latitude(report.point()))
                        .setLongitude((float) city.plane().longitude(report.point()))
                        .setBearing((float) report.bearing())
                        .setSpeed((float) report.speed())
                        .setOdometer(Math.rint(report.odometer())))
                .setCurrentStopSequence(report.sequence())
                .setStopId(stop.id())
                .setCurrentStatus(status(report))
                .setTimestamp(report.at())
                .setOccupancyStatus(occupancy(report.load()))
                .build();
    }

    /** HH:MM:SS of the service day, past 24 where the trip begins after midnight. */
    public static String startTime(BusReport report) {
        int start = report.trip().start();
        return "%02d:%02d:%02d".formatted(start / 3600, start / 60 % 60, start % 60);
    }

    public static String startDate(BusReport report) {
        return DATE.format(report.serviceDate());
    }

    public static VehiclePosition.VehicleStopStatus status(BusReport report) {
        return switch (report.status()) {
            case INCOMING -> VehiclePosition.VehicleStopStatus.INCOMING_AT;
            case STOPPED -> VehiclePosition.VehicleStopStatus.STOPPED_AT;
            case IN_TRANSIT -> VehiclePosition.VehicleStopStatus.IN_TRANSIT_TO;
        };
    }

    /** By riders on board of a bus with 40 seats. */
    public static VehiclePosition.OccupancyStatus occupancy(int load) {
        if (load == 0) {
            return VehiclePosition.OccupancyStatus.EMPTY;
        }
        if (load <= 24) {
            return VehiclePosition.OccupancyStatus.MANY_SEATS_AVAILABLE;
        }
        if (load <= 40) {
            return VehiclePosition.OccupancyStatus.FEW_SEATS_AVAILABLE;
        }
        return load <= 65
                ? VehiclePosition.OccupancyStatus.STANDING_ROOM_ONLY
                : VehiclePosition.OccupancyStatus.CRUSHED_STANDING_ROOM_ONLY;
    }
}
