import type { Agreement, AgreementDocument, AgreementState, Contract, Feed, Figure, SegmentSpeeds } from "../src/api/types";
import { lines, random, routes, stopName } from "./mockCity";

export const FEED = "riverton-transit.vehicle-positions";
export const QUIET_FEED = "hills-paratransit.vehicle-positions";
const now = (): string => new Date().toISOString();
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

const FIELDS: [string, string, string][] = [
  ["trip.tripId", "open", "Trip id in the static GTFS"],
  ["trip.routeId", "open", "Route id in the static GTFS"],
  ["trip.directionId", "open", "Direction of travel, 0 or 1"],
  ["trip.startDate", "open", "Service date of the trip, YYYYMMDD"],
  ["vehicle.id", "QUASI_IDENTIFIER", "Vehicle id; with a roster it names the driver"],
  ["vehicle.label", "QUASI_IDENTIFIER", "What is painted on the vehicle"],
  ["vehicle.licensePlate", "DIRECT_IDENTIFIER", "Licence plate"],
  ["position.latitude", "OPEN", "Degrees north, WGS 84"],
  ["position.longitude", "OPEN", "Degrees east, WGS 84"],
  ["position.bearing", "OPEN", "Degrees clockwise from north"],
  ["position.odometer", "OPEN", "Odometer, metres"],
  ["position.speed", "QUASI_IDENTIFIER", "Momentary speed, metres a second; with a roster it rates a driver"],
  ["timestamp", "OPEN", "When the position was measured, POSIX seconds"],
];
const HELD = new Set(["vehicle.label", "vehicle.licensePlate", "position.odometer"]);

export const contract: Contract = {
  id: "gtfs-realtime-vehicle-positions",
  version: "1.0.0",
  title: "Vehicle positions (GTFS-Realtime)",
  subject: "vehicle.id",
  fields: FIELDS.map(([path, classification, title]) => ({ path, classification, title, type: "string", required: false })),
};

const document = (uid: string, title: string, feed: string, patch: Partial<AgreementDocument> = {}): AgreementDocument => ({
  uid,
  version: 1,
  profile: "https://weir.dev/profile/1",
  title,
  assigner: feed.split(".")[0]!,
  assignee: "city-planning",
  authority: "Riverton City Code § 14-203; Interagency Data Sharing Act, sec. 5(b)",
  purpose: "transit-planning",
  target: { feed, contractVersion: "1.0.0", fields: FIELDS.map(([path]) => path).filter((path) => !HELD.has(path)) },
  obligations: [{ action: "pseudonymise", field: "vehicle.id" }],
  effectiveFrom: ago(86400 * 40),
  expires: new Date(Date.now() + 86400_000 * 320).toISOString(),
  retentionDays: 365,
  ...patch,
});

const agreement = (doc: AgreementDocument, state: AgreementState, epoch: number): Agreement => ({
  document: doc,
  state,
  epoch,
  changedAt: ago(86400 * 3),
  changedBy: "dana.officer",
  plainLanguage: [
    `${doc.assigner} shares “${doc.target.feed}” with ${doc.assignee}.`,
    "It may be used to plan bus service, bus lanes and signals, and for nothing else.",
    `${doc.target.fields.length} of 13 fields flow; the label, the licence plate and the odometer never do.`,
    "Each vehicle’s id is replaced by a pseudonym before it is shared.",
    "It may be kept for 365 days. The agency may revoke it at any moment, and the flow stops at once.",
  ],
  history: [
    { state: "DRAFT", at: ago(86400 * 41), by: "dana.officer", epoch: epoch - 1 },
    ...(state === "DRAFT" ? [] : [{ state, at: ago(86400 * 3), by: "dana.officer", epoch }]),
  ],
});

export const agreements: Agreement[] = [
  agreement(document("buses-for-planning", "Bus positions for street planning", FEED), "ACTIVE", 12),
  agreement(
    document("paratransit-study", "Paratransit trips for the study of accessible stops in the eastern neighbourhoods and beyond", QUIET_FEED, {
      expires: null,
    }),
    "DRAFT",
    13,
  ),
  agreement(document("buses-2024", "Bus positions, pilot of 2024", FEED), "EXPIRED", 4),
  agreement(document("buses-for-police", "Bus positions for traffic enforcement", FEED), "REVOKED", 9),
];

export const feeds = (): Feed[] => [
  {
    id: FEED,
    title: "Riverton buses",
    contract: contract.id,
    schedule: "http://127.0.0.1:8083/gtfs.zip",
    recorded: false,
    source: { kind: "poll", url: "http://127.0.0.1:8083/vehicle-positions.pb", everySeconds: 2, timeoutSeconds: 10 },
    health: {
      state: "flowing",
      lastPollAt: ago(1),
      lastGoodAt: ago(1),
      lastOutcome: null,
      newestRecordAt: ago(2),
      accepted: 184_223,
      duplicate: 91_402,
      rejected: { "coordinates-zero": 41, "timestamp-in-future": 3 },
      polls: { ok: 1820, notModified: 904, failed: 2 },
    },
  },
  {
    id: QUIET_FEED,
    title: "Hills paratransit",
    contract: contract.id,
    schedule: null,
    recorded: false,
    source: { kind: "poll", url: "https://feeds.hills.example/positions", everySeconds: 15, timeoutSeconds: 10 },
    health: {
      state: "failing",
      lastPollAt: ago(9),
      lastGoodAt: ago(5400),
      lastOutcome: {
        code: "body-is-html",
        title: "A web page came in place of data.",
        detail: "The answer begins with <!DOCTYPE html> and is of type text/html.",
        remedy: "Give the address of the feed, not of its page.",
        at: ago(9),
      },
      newestRecordAt: ago(5400),
      accepted: 512,
      duplicate: 20,
      rejected: {},
      polls: { ok: 88, notModified: 0, failed: 412 },
    },
  },
];

export const quarantine = [
  { at: now(), entity: "bus-1042", code: "coordinates-zero", reason: "The coordinates are both zero, which a receiver without a fix reports.", remedy: "Leave out vehicles without a fix." },
  { at: ago(300), entity: "bus-77", code: "timestamp-in-future", reason: "The timestamp is in the future.", remedy: "Send POSIX seconds; check the clock." },
];

function figure(n: number, p50: number): Figure {
  if (n < 5) return { n, trips: n, tooFew: true };
  return { n, trips: n, meanMps: p50 * 1.03, p10Mps: p50 * 0.62, p50Mps: p50, p90Mps: p50 * 1.5, tooFew: false };
}

export function speeds(route: string, direction: number, from: string, to: string): SegmentSpeeds {
  const line = lines.find((each) => each.routeId === route && each.directionId === direction) ?? lines[0]!;
  const hours = Array.from({ length: 18 }, (_, i) => i + 5);
  return {
    feed: FEED,
    agreement: { id: "buses-for-planning", title: "Bus positions for street planning", version: 1 },
    ...{ route, direction, from, to, timezone: "America/New_York", hours },
    definition: {
      name: "Segment speed",
      formula: "metres between two stops ÷ seconds from leaving the first to reaching the second",
      source: "Interpolated between matched positions; after TCRP Report 88",
      minimumN: 5,
    },
    segments: line.places.slice(0, -1).map((place, i) => {
      const base = 3 + Math.abs(i - 8) * 0.45 + random();
      return {
        id: `${route}-${i}`,
        sequence: i + 1,
        fromStop: { id: `S${i}`, name: stopName(i) },
        toStop: { id: `S${i + 1}`, name: stopName(i + 1) },
        metres: 380 + ((i * 53) % 120),
        geometry: [place, line.places[i + 1]!],
        all: i === 3 ? figure(3, base) : figure(140 + i * 7, base),
        byHour: Object.fromEntries(
          hours.map((hour) => [hour, figure((hour * 7 + i * 3) % 13, base * (hour === 8 || hour === 17 ? 0.6 : 1))]),
        ),
        scheduled: 160 + i * 7,
        observed: 140 + i * 7,
      };
    }),
  };
}

export const speedRoutes = {
  dates: Array.from({ length: 6 }, (_, i) => ago(86400 * (6 - i)).slice(0, 10)),
  routes: routes.flatMap((route, i) =>
    [0, 1].map((direction) => ({ route: route.id, direction, n: 4200 - i * 311 - direction * 40, meanMps: 4.4 })),
  ),
};
