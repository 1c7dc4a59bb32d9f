package org.weir.city.feed;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.weir.city.flaw.Position;
import org.weir.city.network.City;
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
            Position position = Position.of(city.plane(), report);
            message.addEntity(FeedEntity.newBuilder().setId(position.vehicle()).setVehicle(vehicle(position)));
        }
        return message.build();
    }

    /** @return GTFS-Realtime's message of a position; without a trip it names the route alone */
    public static VehiclePosition vehicle(Position position) {
        return VehiclePosition.newBuilder()
                .setTrip(trip(position))
                .setVehicle(VehicleDescriptor.newBuilder()
                        .setId(position.vehicle())
                        .setLabel(position.vehicle())
                        .setLicensePlate("RIV-" + position.vehicle()))
                .setPosition(com.google.transit.realtime.GtfsRealtime.Position.newBuilder()
                        .setLatitude((float) position.latitude())
                        .setLongitude((float) position.longitude())
                        .setBearing((float) position.bearing())
                        .setSpeed((float) position.speed())
                        .setOdometer(Math.rint(position.odometer())))
                .setCurrentStopSequence(position.sequence())
                .setStopId(position.stop())
                .setCurrentStatus(status(position.status()))
                .setTimestamp(position.timestamp())
                .setOccupancyStatus(occupancy(position.riders()))
                .build();
    }

    private static TripDescriptor.Builder trip(Position position) {
        TripDescriptor.Builder trip = TripDescriptor.newBuilder().setRouteId(position.route());
        if (position.trip() != null) {
            trip.setTripId(position.trip())
                    .setDirectionId(position.direction())
                    .setStartTime(position.startTime())
                    .setStartDate(DATE.format(position.startDate()))
                    .setScheduleRelationship(TripDescriptor.ScheduleRelationship.SCHEDULED);
        }
        return trip;
    }

    public static VehiclePosition.VehicleStopStatus status(BusReport.Status status) {
        return switch (status) {
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
