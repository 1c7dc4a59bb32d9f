import type { Feed, Figure, Purpose, SegmentSpeeds } from "../src/api/types";
import { lines, random, routes, stopName } from "./mockCity";
import { contract, FEED, QUIET_FEED } from "./mockContract";

const now = (): string => new Date().toISOString();
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

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
    definitions: [
      {
        name: "Running speed",
        formula: "metres between two stops ÷ seconds from leaving the first to reaching the second",
        source: "Interpolated between matched positions; after TCRP Report 88",
        minimumN: 5,
      },
    ],
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

/** The seventh of these days has only begun. */
export const speedRoutes = {
  dates: Array.from({ length: 7 }, (_, i) => ago(86400 * (6 - i)).slice(0, 10)),
  ...{ from: ago(86400).slice(0, 10), to: ago(86400).slice(0, 10) },
  routes: routes.flatMap((route, i) =>
    [0, 1].map((direction) => ({ route: route.id, direction, n: 4200 - i * 311 - direction * 40, meanMps: 4.4 })),
  ),
};

const purpose = (id: string, title: string, broader: string | null): Purpose => ({ id, title, broader });
export const purposes: Purpose[] = [
  purpose("public-service", "Provide and improve public services", null),
  purpose("transport-planning", "Plan streets and transport", "public-service"),
  purpose("transit-planning", "Plan bus service, bus lanes and signals", "transport-planning"),
  purpose("traffic-safety", "Make streets safer", "transport-planning"),
  purpose("service-operation", "Run a service from day to day", "public-service"),
  purpose("rider-information", "Tell riders where their bus is", "service-operation"),
  purpose("emergency-response", "Respond to an emergency", "public-service"),
  purpose("research", "Study, and publish findings without naming anybody", null),
  purpose("oversight", "Check that a service does what it promised", null),
];
