import type { Action, AgreementDocument, Ban, Contract, Obligation, Tier } from "../../api/types";
import { dayAt, plusDays, startOf } from "../../format/days";
import { classification } from "../../parts/contract";

export const PROFILE = "https://weir.dev/profile/1";

/** What the guided draft holds: texts as they are typed, and all that the form has no question for. */
export interface Draft {
  uid: string;
  /** Whether the short name was typed, and no longer follows the title. */
  named: boolean;
  version: number;
  supersedes: number | null;
  tier: Tier;
  title: string;
  assigner: string;
  assignee: string;
  broker: string;
  board: string;
  parent: string;
  purpose: string;
  authority: string;
  confidentiality: string;
  prohibition: string;
  benefit: string;
  risk: string;
  decision: string;
  alternatives: string;
  actions: Action[];
  bans: Ban[];
  everyFeed: boolean;
  feed: string;
  except: string[];
  contractVersion: string;
  fields: string[];
  /** What is done to one field, by path; `position` for the location. */
  treatments: Record<string, Treatment>;
  where: string;
  recordsFrom: string;
  recordsUntil: string;
  area: Record<Edge, string>;
  delay: string;
  sample: string;
  limit: string;
  limitPer: string;
  starts: string;
  ends: string;
  retention: string;
  freshness: string;
  completeness: string;
  emergency: boolean;
  declaration: string;
  sunset: string;
  reviewBy: string;
  /** What the document had that no question asks for; it stays as it was. */
  kept: { obligations: Obligation[]; presumption: string | null; instants: Record<string, string> };
}

export type Edge = "west" | "south" | "east" | "north";
export const EDGES: Edge[] = ["west", "south", "east", "north"];

export interface Treatment {
  action: string;
  with: Record<string, string>;
}

export const LOCATION = "position";

export const empty = (): Draft => ({
  ...{ uid: "", named: false, version: 1, supersedes: null, tier: "DUL", title: "", assigner: "", assignee: "", broker: "" },
  ...{ board: "", parent: "", purpose: "", authority: "", confidentiality: "none", prohibition: "", benefit: "", risk: "" },
  ...{ decision: "", alternatives: "", actions: ["read", "aggregate"], bans: ["re-identify", "link-beyond", "redistribute", "enforcement-use"] },
  ...{ everyFeed: false, feed: "", except: [], contractVersion: "", fields: [], treatments: {}, where: "", recordsFrom: "" },
  ...{ recordsUntil: "", area: { west: "", south: "", east: "", north: "" }, delay: "", sample: "", limit: "", limitPer: "day" },
  ...{ starts: "", ends: "", retention: "365", freshness: "", completeness: "", emergency: false, declaration: "" },
  ...{ sunset: "", reviewBy: "", kept: { obligations: [], presumption: null, instants: {} } },
});

/** A short name from a title: `Bus positions: Elm St.` becomes `bus-positions-elm-st`. */
export const slug = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");

/** Tells the way between two positions, however coarse they are; so the service refuses it beside a coarse one. */
const ODOMETER = ".odometer";

/** The fields that may flow unless somebody thinks otherwise: the open ones, but for the odometer. */
export const openFields = (contract: Contract): string[] =>
  contract.fields
    .filter((field) => classification(field.classification) === "open" && !field.path.endsWith(ODOMETER))
    .map((field) => field.path);

/** Whole-record obligations that the form asks for, with what each needs to know. */
const OF_RECORDS = ["delay", "sample", "limitUse"];

export function fromDocument(d: AgreementDocument, zone: string): Draft {
  const instants: Record<string, string> = {};
  const day = (name: string, instant: string | null | undefined, last = false): string => {
    if (!instant) return "";
    const at = dayAt(instant, zone);
    // An end at midnight is the end of the day before.
    const shown = last && startOf(at, zone) === normal(instant) ? plusDays(at, -1) : at;
    instants[`${name} ${shown}`] = instant;
    return shown;
  };
  const treatments: Record<string, Treatment> = {};
  const rest: Obligation[] = [];
  const ofRecords: Record<string, Obligation> = {};
  for (const each of d.obligations ?? []) {
    if (!each.field && OF_RECORDS.includes(each.action) && !ofRecords[each.action]) ofRecords[each.action] = each;
    else if (each.field && !treatments[each.field] && rest.length === 0) treatments[each.field] = { action: each.action, with: { ...each.with } };
    else rest.push(each);
  }
  const r = d.target?.refinement;
  return {
    ...empty(),
    ...{ uid: d.uid, named: true, version: d.version, supersedes: d.supersedes ?? null, tier: d.tier ?? "DUL", title: d.title },
    ...{ assigner: d.assigner, assignee: d.assignee, broker: d.honestBroker ?? "", board: d.reviewBoard ?? "" },
    ...{ parent: d.inheritFrom ?? "", purpose: d.purpose, authority: d.authority ?? "" },
    ...{ confidentiality: d.grounds?.confidentiality ?? "", prohibition: d.grounds?.prohibition ?? "" },
    ...{ benefit: d.grounds?.benefit ?? "", risk: d.grounds?.risk ?? "", decision: d.grounds?.decision ?? "" },
    ...{ alternatives: d.grounds?.alternatives ?? "", actions: [...(d.actions ?? ["read"])], bans: [...(d.prohibitions ?? [])] },
    ...{ everyFeed: !!d.target && !d.target.feed, feed: d.target?.feed ?? "", except: [...(d.target?.except ?? [])] },
    ...{ contractVersion: d.target?.contractVersion ?? "", fields: [...(d.target?.fields ?? [])], treatments },
    ...{ where: r?.where ?? "", recordsFrom: day("recordsFrom", r?.recordsFrom), recordsUntil: day("recordsUntil", r?.recordsUntil) },
    area: Object.fromEntries(EDGES.map((edge) => [edge, r?.within ? String(r.within[edge]) : ""])) as Record<Edge, string>,
    delay: ofRecords["delay"] ? minutesOf(ofRecords["delay"].with?.["by"]) : "",
    sample: ofRecords["sample"] ? percentOf(ofRecords["sample"].with?.["share"]) : "",
    limit: ofRecords["limitUse"]?.with?.["records"] ?? "",
    limitPer: ofRecords["limitUse"]?.with?.["per"] ?? "day",
    ...{ starts: day("starts", d.effectiveFrom), ends: d.emergency ? "" : day("ends", d.expires, true), retention: String(d.retentionDays) },
    ...{ freshness: textOf(d.service?.freshnessSeconds), completeness: textOf(d.service?.completenessPercent) },
    ...{ emergency: !!d.emergency, declaration: d.emergency?.declaration ?? "" },
    ...{ sunset: day("sunset", d.emergency?.sunset, true), reviewBy: day("reviewBy", d.emergency?.reviewBy, true) },
    kept: { obligations: rest, presumption: d.presumption ?? null, instants },
  };
}

export function toDocument(of: Draft, zone: string): AgreementDocument {
  const start = (name: string, day: string): string | undefined => (day ? (of.kept.instants[`${name} ${day}`] ?? startOf(day, zone)) : undefined);
  const end = (name: string, day: string): string | undefined =>
    day ? (of.kept.instants[`${name} ${day}`] ?? startOf(plusDays(day, 1), zone)) : undefined;
  const sunset = of.emergency ? end("sunset", of.sunset) : undefined;
  return clean({
    uid: of.uid || slug(of.title),
    version: of.version,
    profile: PROFILE,
    tier: of.tier,
    inheritFrom: of.parent,
    supersedes: of.supersedes ?? undefined,
    title: of.title.trim(),
    assigner: of.assigner,
    assignee: of.assignee.trim(),
    honestBroker: of.broker.trim(),
    reviewBoard: of.board,
    authority: of.authority.trim(),
    grounds: some({
      confidentiality: of.confidentiality,
      prohibition: of.prohibition.trim(),
      benefit: of.benefit.trim(),
      risk: of.risk.trim(),
      decision: of.decision.trim(),
      alternatives: of.alternatives.trim(),
    }),
    purpose: of.purpose,
    actions: of.actions,
    prohibitions: of.bans,
    target: of.tier === "MOU" ? undefined : target(of, start),
    obligations: of.tier === "MOU" ? [] : obligations(of),
    effectiveFrom: start("starts", of.starts),
    expires: sunset ?? end("ends", of.ends),
    retentionDays: Number(of.retention),
    service: some({ freshnessSeconds: numberOf(of.freshness), completenessPercent: numberOf(of.completeness) }),
    emergency: of.emergency ? clean({ declaration: of.declaration.trim(), sunset, reviewBy: end("reviewBy", of.reviewBy) }) : undefined,
    presumption: of.kept.presumption ?? undefined,
  }) as unknown as AgreementDocument;
}

function target(of: Draft, start: (name: string, day: string) => string | undefined): unknown {
  const within = EDGES.every((edge) => of.area[edge].trim() !== "")
    ? Object.fromEntries(EDGES.map((edge) => [edge, Number(of.area[edge])]))
    : undefined;
  return clean({
    feed: of.everyFeed ? undefined : of.feed,
    except: of.everyFeed && of.except.length > 0 ? of.except : undefined,
    contractVersion: of.contractVersion,
    fields: of.fields,
    refinement: some({
      where: of.where.trim(),
      recordsFrom: start("recordsFrom", of.recordsFrom),
      recordsUntil: start("recordsUntil", of.recordsUntil),
      within,
    }),
  });
}

/** Whether the field flows, or a part of it: `position` stands for its two coordinates. */
const flowsIn = (of: Draft, path: string): boolean => of.fields.some((field) => field === path || field.startsWith(`${path}.`));

/** What was to be done to fields that do not flow: chosen here and left out of the text, or in the text and without effect. */
export const idle = (of: Draft): Obligation[] =>
  [...Object.entries(of.treatments).map(([field, { action }]) => ({ action, field })), ...of.kept.obligations].filter(
    (each) => each.action !== "" && !!each.field && !flowsIn(of, each.field),
  );

/** Row by row as the enforcer takes them: fields first, then sample, delay and cap. Only of fields that flow. */
function obligations(of: Draft): Obligation[] {
  const all: Obligation[] = Object.entries(of.treatments)
    .filter(([path, each]) => each.action !== "" && flowsIn(of, path))
    .map(([field, each]) => ({ action: each.action, field, ...withOf(each.with) }));
  all.push(...of.kept.obligations);
  if (of.sample.trim() && Number(of.sample) < 100) all.push({ action: "sample", with: { share: String(Number(of.sample) / 100) } });
  if (of.delay.trim() && Number(of.delay) > 0) all.push({ action: "delay", with: { by: `PT${Number(of.delay)}M` } });
  if (of.limit.trim()) all.push({ action: "limitUse", with: { per: of.limitPer, records: of.limit.trim() } });
  return all;
}

const withOf = (given: Record<string, string>): { with?: Record<string, string> } => {
  const set = Object.entries(given).filter(([, value]) => value !== "");
  return set.length > 0 ? { with: Object.fromEntries(set.sort(([a], [b]) => a.localeCompare(b))) } : {};
};

/** `PT15M`, `PT1H30M`, `PT90S` in minutes; what is not such a duration stays as it is, and is then refused beside the field. */
export function minutesOf(duration: string | undefined): string {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration ?? "");
  if (!found || duration === "P") return duration ?? "";
  const [, d, h, m, s] = found.map((part) => Number(part ?? 0));
  return String(d! * 1440 + h! * 60 + m! + s! / 60);
}

const percentOf = (share: string | undefined): string => (share ? String(Number((Number(share) * 100).toFixed(6))) : "");
const textOf = (n: number | null | undefined): string => (n === null || n === undefined ? "" : String(n));
const numberOf = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));
const normal = (instant: string): string => new Date(instant).toISOString().replace(".000Z", "Z");

/** Without what is not set. */
function clean(of: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

/** The same, or nothing where nothing is set. */
function some(of: Record<string, unknown>): Record<string, unknown> | undefined {
  const set = clean(of);
  return Object.keys(set).length > 0 ? set : undefined;
}
