package org.weir.schemas.position;

/**
 * GTFS-Realtime's VehiclePosition, flat. Absent values are null, or NaN where they are numbers with a fraction.
 *
 * @param vehicleId the vehicle, or its pseudonym on a shared topic
 * @param label what is painted on it
 * @param licensePlate its licence plate
 * @param tripId trip in the static GTFS
 * @param routeId route in the static GTFS
 * @param directionId 0 or 1
 * @param startTime the trip's scheduled start, HH:MM:SS
 * @param startDate the trip's service date, YYYYMMDD
 * @param scheduleRelationship GTFS-Realtime's word, e.g. SCHEDULED
 * @param latitude degrees north
 * @param longitude degrees east
 * @param bearing degrees clockwise from north
 * @param odometer metres
 * @param speed metres a second
 * @param stopSequence the stop it is at or heads to, by sequence
 * @param stopId the same, by id
 * @param status GTFS-Realtime's word, e.g. IN_TRANSIT_TO
 * @param timestamp when it was measured, POSIX seconds; 0 where absent
 * @param congestion GTFS-Realtime's word
 * @param occupancy GTFS-Realtime's word
 * @param occupancyPercentage per cent
 */
public record VehiclePosition(
        String vehicleId,
        String label,
        String licensePlate,
        String tripId,
        String routeId,
        Integer directionId,
        String startTime,
        String startDate,
        String scheduleRelationship,
        double latitude,
        double longitude,
        float bearing,
        double odometer,
        float speed,
        Integer stopSequence,
        String stopId,
        String status,
        long timestamp,
        String congestion,
        String occupancy,
        Integer occupancyPercentage) {

    /** Whether both coordinates are there. */
    public boolean hasPlace() {
        return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }

    /** The same position of a vehicle that is known from elsewhere. */
    public VehiclePosition withVehicleId(String id) {
        return new VehiclePosition(
                id,
                label,
                licensePlate,
                tripId,
                routeId,
                directionId,
                startTime,
                startDate,
                scheduleRelationship,
                latitude,
                longitude,
                bearing,
                odometer,
                speed,
                stopSequence,
                stopId,
                status,
                timestamp,
                congestion,
                occupancy,
                occupancyPercentage);
    }
}
