package org.weir.ingest.decode;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;

/** Turns the bindings' VehiclePosition into Weir's. */
final class Positions {
    private Positions() {}

    static Entity.Position of(FeedEntity entity) {
        VehiclePosition v = entity.getVehicle();
        VehicleDescriptor vehicle = v.getVehicle();
        TripDescriptor trip = v.getTrip();
        Position p = v.getPosition();
        var position = new org.weir.schemas.position.VehiclePosition(
                vehicle.hasId() ? vehicle.getId() : null,
                vehicle.hasLabel() ? vehicle.getLabel() : null,
                vehicle.hasLicensePlate() ? vehicle.getLicensePlate() : null,
                trip.hasTripId() ? trip.getTripId() : null,
                trip.hasRouteId() ? trip.getRouteId() : null,
                trip.hasDirectionId() ? trip.getDirectionId() : null,
                trip.hasStartTime() ? trip.getStartTime() : null,
                trip.hasStartDate() ? trip.getStartDate() : null,
                trip.hasScheduleRelationship() ? trip.getScheduleRelationship().name() : null,
                p.hasLatitude() ? degrees(p.getLatitude()) : Double.NaN,
                p.hasLongitude() ? degrees(p.getLongitude()) : Double.NaN,
                p.hasBearing() ? finite(p.getBearing()) : Float.NaN,
                p.hasOdometer() ? finite(p.getOdometer()) : Double.NaN,
                p.hasSpeed() ? finite(p.getSpeed()) : Float.NaN,
                v.hasCurrentStopSequence() ? v.getCurrentStopSequence() : null,
                v.hasStopId() ? v.getStopId() : null,
                v.hasCurrentStatus() ? v.getCurrentStatus().name() : null,
                v.getTimestamp() < 0 ? Long.MAX_VALUE : v.getTimestamp(),
                v.hasCongestionLevel() ? v.getCongestionLevel().name() : null,
                v.hasOccupancyStatus() ? v.getOccupancyStatus().name() : null,
                v.hasOccupancyPercentage() ? v.getOccupancyPercentage() : null);
        return new Entity.Position(entity.getId(), position, p.hasLatitude() && p.hasLongitude());
    }

    /** The decimal that the publisher's float stands for: 38.9, not 38.900001525878906. */
    private static double degrees(float value) {
        return Double.parseDouble(Float.toString(value));
    }

    /** JSON has no infinity; a measurement that is no number is no measurement. */
    static float finite(float value) {
        return Float.isFinite(value) ? value : Float.NaN;
    }

    static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
