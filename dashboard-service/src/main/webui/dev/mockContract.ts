import type { Contract } from "../src/api/types";

export const FEED = "riverton-transit.vehicle-positions";
export const QUIET_FEED = "hills-paratransit.vehicle-positions";

/** Path, type, classification, title. */
export const FIELDS: [string, string, string, string][] = [
  ["trip.tripId", "string", "open", "Trip id in the static GTFS"],
  ["trip.routeId", "string", "open", "Route id in the static GTFS"],
  ["trip.directionId", "integer", "open", "Direction of travel, 0 or 1"],
  ["trip.startDate", "string", "open", "Service date of the trip, YYYYMMDD"],
  ["vehicle.id", "string", "QUASI_IDENTIFIER", "Vehicle id; with a roster it names the driver"],
  ["vehicle.label", "string", "QUASI_IDENTIFIER", "What is painted on the vehicle"],
  ["vehicle.licensePlate", "string", "DIRECT_IDENTIFIER", "License plate"],
  ["position.latitude", "number", "OPEN", "Degrees north, WGS 84"],
  ["position.longitude", "number", "OPEN", "Degrees east, WGS 84"],
  ["position.bearing", "number", "OPEN", "Degrees clockwise from north"],
  ["position.odometer", "number", "OPEN", "Odometer, metres"],
  ["position.speed", "number", "QUASI_IDENTIFIER", "Momentary speed, metres a second; with a roster it rates a driver"],
  ["timestamp", "integer", "OPEN", "When the position was measured, POSIX seconds"],
];
export const HELD = new Set(["vehicle.label", "vehicle.licensePlate", "position.odometer"]);

export const contract: Contract = {
  id: "gtfs-realtime-vehicle-positions",
  version: "1.0.0",
  title: "Vehicle positions (GTFS-Realtime)",
  subject: "vehicle.id",
  fields: FIELDS.map(([path, type, classification, title]) => ({ path, classification, title, type, required: false })),
};
