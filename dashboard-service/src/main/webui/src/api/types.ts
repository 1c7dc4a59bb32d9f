import type { FeatureCollection, LineString, Point } from "geojson";
import type { AgreementNotice, AgreementState } from "./consentTypes";

export * from "./consentTypes";

/** What the dashboard's API answers, as its OpenAPI describes it. Times are ISO instants, speeds metres a second. */

export type Role = "planner" | "publisher" | "data-officer" | "counsel" | "reviewer" | "ops" | "auditor";

export interface Session {
  subject: string;
  name: string | null;
  roles: Role[];
  agency: string | null;
  recipient: string | null;
  expires: string | null;
}

/** A problem document (RFC 9457) with the stable code and the remedy. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail?: string;
  remedy?: string;
  instance?: string;
}

/** What every enforcer confirmed about one change, as the hub signs it. */
export interface Receipt {
  agreement: string;
  version?: number;
  epoch: number;
  state: AgreementState;
  changedAt: string;
  confirmedAt: string;
  enforcers: string[];
  /** Enforcers that were silent and were locked out. */
  fenced?: string[];
  shared: { feed: string; topic: string; endOffsets: Record<string, number> }[];
}

export interface Purpose {
  id: string;
  title: string;
  broader?: string | null;
  dpv?: string;
}

export interface Contract {
  id: string;
  version: string;
  title: string;
  subject: string;
  fields: { path: string; type: string; required: boolean; classification: string; title: string }[];
}

export interface Balance {
  feed: string;
  agreement: string | null;
  recipient: string | null;
  accepted: number;
  shared: number;
  withheld: Record<string, number>;
  quarantined: number;
  balanced: boolean;
  since: string | null;
  until: string | null;
}

export type FeedState = "flowing" | "quiet" | "failing" | "waiting";

export interface FeedHealth {
  state: FeedState;
  lastPollAt: string | null;
  lastGoodAt: string | null;
  lastOutcome: { code: string; title: string; detail: string | null; remedy: string | null; at: string } | null;
  newestRecordAt: string | null;
  accepted: number;
  duplicate: number;
  rejected: Record<string, number>;
  polls: { ok: number; notModified: number; failed: number };
}

export interface Feed {
  id: string;
  title: string;
  contract: string;
  schedule: string | null;
  recorded: boolean;
  source: { kind: "poll"; url: string; everySeconds: number; timeoutSeconds: number } | { kind: "push" };
  health: FeedHealth;
  agencyName?: string;
  timezone?: string;
  registeredAt?: string;
}

export interface Agency {
  id: string;
  name: string;
  timezone: string;
}

export interface Quarantined {
  at: string;
  entity: string | null;
  code: string;
  reason: string;
  remedy: string;
}

export type Flow = "flowing" | "quiet" | "suspended" | "ended" | "none";

export interface Standing {
  feed: string;
  title: string;
  agencyName: string;
  timezone: string;
  recorded: boolean;
  agreement: AgreementNotice | null;
  flow: Flow;
  lastSharedAt: string | null;
}

/** id, lat, lon, bearing, speed (m/s), route, direction, trip, timestamp (s), label */
export type VehicleRow = [
  string,
  number,
  number,
  number | null,
  number | null,
  string | null,
  number | null,
  string | null,
  number,
  string | null,
];

export interface Positions {
  feed: string;
  now: number;
  full: boolean;
  staleAfter: number;
  goneAfter: number;
  vehicles: VehicleRow[];
  gone: string[];
}

export interface Health {
  feed: string;
  now: number;
  vehicles: number;
  stale: number;
  /** Null where no record said when. */
  lagSeconds: number | null;
  perSecond: number;
  received: number;
}

export interface Route {
  id: string;
  shortName: string | null;
  longName: string | null;
  color: string | null;
  textColor: string | null;
  type: number;
  directions: { id: number; headsign: string | null }[];
}

export interface Schedule {
  feed: string;
  version: string;
  importedAt: string;
  agencyName: string;
  timezone: string;
  bounds: [number, number, number, number];
  routes: Route[];
  trips: number;
  stops: number;
  serviceFrom: string | null;
  serviceTo: string | null;
  warnings: string[];
}

export type Shapes = FeatureCollection<
  LineString,
  { routeId: string; directionId: number | null; shapeId: string; trips: number }
>;
export type Stops = FeatureCollection<Point, { stopId: string; name: string }>;

export interface Figure {
  n: number;
  trips: number;
  meanMps?: number | null;
  p10Mps?: number | null;
  p50Mps?: number | null;
  p90Mps?: number | null;
  tooFew?: boolean;
}

export interface Segment {
  id: string;
  sequence: number;
  fromStop: { id: string; name: string };
  toStop: { id: string; name: string };
  metres: number;
  geometry: [number, number][];
  all: Figure;
  byHour: Record<string, Figure>;
  scheduled?: number | null;
  observed?: number | null;
}

export interface SegmentSpeeds {
  feed: string;
  agreement: { id: string; title: string; version: number } | null;
  route: string;
  direction: number;
  from: string;
  to: string;
  timezone: string;
  /** Of the mean, then of the percentiles. */
  definitions: { name: string; formula: string; source: string; minimumN: number }[];
  hours: number[];
  segments: Segment[];
}

export interface SpeedRoutes {
  /** All that have runs; a day that has only begun is among them before it has figures. */
  dates: string[];
  /** What the routes' figures are of: unasked, the newest date that has figures. */
  from: string;
  to: string;
  routes: { route: string; direction: number; n: number; meanMps: number | null }[];
}
