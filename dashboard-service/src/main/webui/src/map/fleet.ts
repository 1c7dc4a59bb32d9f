import type { Positions, VehicleRow } from "../api/types";
import { mercatorX, mercatorY, metresPerUnit } from "./mercator";

export interface Vehicle {
  readonly id: string;
  lat: number;
  lon: number;
  speed: number | null;
  route: string | null;
  direction: number | null;
  trip: string | null;
  /** Seconds since 1970, on the vehicle's clock. */
  timestamp: number;
  label: string | null;
  /** Where it is drawn from and to, in Mercator's unit square; bearing in radians clockwise from north, or null. */
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
  fromBearing: number | null;
  toBearing: number | null;
}

/** A vehicle glides to its new place within this time, the beat of the stream. */
export const GLIDE_MS = 1000;
/** A leap longer than this is a correction, not a movement: it is not drawn as one. Metres. */
const LEAP = 4000;
/** Below this many metres a movement does not tell a bearing. */
const STILL = 4;

const TURN = 2 * Math.PI;

/** The bearing between two, by the shorter way round. */
export function turn(from: number, to: number, t: number): number {
  const delta = ((((to - from) % TURN) + TURN + Math.PI) % TURN) - Math.PI;
  return from + delta * t;
}

/** How far the glide is, 0 to 1. */
export const glide = (sinceMs: number): number => Math.min(1, Math.max(0, sinceMs / GLIDE_MS));

/** The vehicles of one feed and their glide from one update to the next. Knows no map and no clock. */
export class Fleet {
  readonly vehicles = new Map<string, Vehicle>();
  /** The feed's clock at the newest update, seconds. */
  now = 0;
  staleAfter = 90;
  /** How many times a vehicle has changed its place since the page opened. */
  moved = 0;
  /** When the newest update came, on the page's clock. */
  updatedAt = 0;

  clear(): void {
    this.vehicles.clear();
  }

  stale(vehicle: Vehicle): boolean {
    return this.now - vehicle.timestamp > this.staleAfter;
  }

  /** Takes an update at a moment of the page's clock (ms). */
  apply(update: Positions, atMs: number): void {
    const t = glide(atMs - this.updatedAt);
    this.now = update.now;
    this.staleAfter = update.staleAfter;
    const kept = new Set<string>();
    for (const vehicle of this.vehicles.values()) settle(vehicle, t);
    for (const row of update.vehicles) {
      kept.add(row[0]);
      this.#take(row);
    }
    for (const id of update.gone) this.vehicles.delete(id);
    if (update.full) {
      for (const id of this.vehicles.keys()) if (!kept.has(id)) this.vehicles.delete(id);
    }
    this.updatedAt = atMs;
  }

  #take([id, lat, lon, bearing, speed, route, direction, trip, timestamp, label]: VehicleRow): void {
    const x = mercatorX(lon);
    const y = mercatorY(lat);
    const known = this.vehicles.get(id);
    const told = bearing === null ? null : (bearing * Math.PI) / 180;
    if (!known) {
      this.vehicles.set(id, {
        ...{ id, lat, lon, speed, route, direction, trip, timestamp, label },
        ...{ fromX: x, fromY: y, toX: x, toY: y, fromBearing: told, toBearing: told },
      });
      return;
    }
    const dx = x - known.fromX;
    const dy = y - known.fromY;
    const metres = Math.hypot(dx, dy) * metresPerUnit(y);
    if (known.lat !== lat || known.lon !== lon) this.moved++;
    Object.assign(known, { lat, lon, speed, route, direction, trip, timestamp, label, toX: x, toY: y });
    known.toBearing = told ?? (metres > STILL ? Math.atan2(dx, -dy) : known.fromBearing);
    known.fromBearing ??= known.toBearing;
    if (metres > LEAP) {
      known.fromX = x;
      known.fromY = y;
      known.fromBearing = known.toBearing;
    }
  }
}

/** Where a vehicle is drawn at t of its glide. */
export function placeAt(vehicle: Vehicle, t: number): { x: number; y: number; bearing: number | null } {
  return {
    x: vehicle.fromX + (vehicle.toX - vehicle.fromX) * t,
    y: vehicle.fromY + (vehicle.toY - vehicle.fromY) * t,
    bearing:
      vehicle.fromBearing === null || vehicle.toBearing === null
        ? vehicle.toBearing
        : turn(vehicle.fromBearing, vehicle.toBearing, t),
  };
}

/** Begins the next glide where the vehicle is seen now, so that it never jumps back. */
function settle(vehicle: Vehicle, t: number): void {
  const { x, y, bearing } = placeAt(vehicle, t);
  vehicle.fromX = x;
  vehicle.fromY = y;
  vehicle.fromBearing = bearing;
}
