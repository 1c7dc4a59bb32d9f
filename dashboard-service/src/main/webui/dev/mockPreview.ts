import { createHash } from "node:crypto";
import type { AgreementDocument, Check, Effect, Explanation, Finding, Obligation, Preview, Sample } from "../src/api/types";
import { hashOf, plain } from "./mockAgreements";
import { FIELDS } from "./mockContract";

type Values = Record<string, unknown>;

const RECORDS: Values[] = Array.from({ length: 500 }, (_, i) => ({
  "trip.tripId": `T-${2000 + (i % 60)}`,
  "trip.routeId": ["28", "61", "9"][i % 3],
  "trip.directionId": i % 2,
  "trip.startDate": "20261122",
  "vehicle.id": `bus-${1000 + (i % 48)}`,
  "vehicle.label": `Coach ${1000 + (i % 48)}`,
  "vehicle.licensePlate": `RT ${4000 + (i % 48)}`,
  "position.latitude": 39.951 + ((i * 37) % 500) / 10_000,
  "position.longitude": -75.163 - ((i * 53) % 500) / 10_000,
  "position.bearing": (i * 17) % 360,
  "position.odometer": 120_000 + i * 12,
  "position.speed": (i % 14) + 0.4,
  timestamp: 1_795_350_000 + i * 3,
}));

const coarser = (value: unknown, width: number): unknown => (typeof value === "number" ? Math.floor(value / width) * width : value);

/** A record as JSON has it: `{"trip":{"tripId":…}}`. */
function nested(values: Values): unknown {
  const out: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of Object.entries(values)) {
    const [group, name] = path.split(".") as [string, string | undefined];
    if (name) (out[group] ??= {})[name] = value;
    else (out as Values)[group] = value;
  }
  return out;
}

function changed(each: Obligation, value: unknown): unknown {
  const given = each.with ?? {};
  switch (each.action) {
    case "pseudonymise":
    case "rotateId":
      return createHash("sha256").update(`${each.action}${String(value)}`).digest("base64url").slice(0, 22);
    case "redact":
      return null;
    case "mask":
      return String(value).replace(new RegExp(`.(?=.{${given["showLast"] ?? "2"}})`, "g"), "•");
    case "generalise":
      return coarser(value, Number(given["width"] ?? 60));
    case "coarsenLocation":
      return typeof value === "number" ? Math.round(value * 250) / 250 : value;
    default:
      return value;
  }
}

function share(document: AgreementDocument, record: Values): { after: Values | null; reason: string | null } {
  const route = /routeId\s*==\s*"([^"]+)"/.exec(document.target?.refinement?.where ?? "")?.[1];
  if (route && record["trip.routeId"] !== route) return { after: null, reason: "out-of-scope" };
  const part = Number(document.obligations?.find((each) => each.action === "sample")?.with?.["share"] ?? 1);
  if (part < 1 && Number(String(record["vehicle.id"]).slice(-2)) % 10 >= part * 10) return { after: null, reason: "sampled-out" };
  const after: Values = {};
  for (const path of document.target?.fields ?? []) {
    after[path] = record[path];
    for (const each of document.obligations ?? []) {
      if (each.field === path || (each.action === "coarsenLocation" && /tude$/.test(path))) after[path] = changed(each, after[path]);
    }
  }
  return { after, reason: null };
}

export function preview(document: AgreementDocument, records: number): Preview {
  const tried = RECORDS.slice(0, records).map((record) => ({ record, ...share(document, record) }));
  const withheld: Record<string, number> = {};
  for (const each of tried) if (each.reason) withheld[each.reason] = (withheld[each.reason] ?? 0) + 1;
  const shown = tried.filter((each) => each.after).slice(0, 3);
  return {
    replayed: tried.length,
    shared: tried.filter((each) => each.after).length,
    withheld,
    quarantined: 0,
    fields: FIELDS.map(([path, , classification, title]) => {
      const flows = document.target?.fields.includes(path) ?? false;
      const done = document.obligations?.find((each) => each.field === path || (each.action === "coarsenLocation" && /tude$/.test(path)));
      return {
        ...{ path, title, classification: classification.toLowerCase().replace("_", "-"), flows },
        how: flows ? (done?.action ?? "as it is") : "withheld",
        before: (shown.length > 0 ? shown : tried.slice(0, 3)).map((each) => each.record[path]),
        after: flows ? shown.map((each) => each.after![path]) : [],
      };
    }),
    samples: tried.slice(0, 4).map(
      ({ record, after, reason }): Sample => ({
        before: nested(record),
        after: after && nested(after),
        outcome: after ? "shared" : "withheld",
        reason,
      }),
    ),
  };
}

export function effect(from: AgreementDocument, to: AgreementDocument, records: number): Effect {
  const [before, after] = [preview(from, records), preview(to, records)];
  const gained = (to.target?.fields ?? []).filter((path) => !from.target?.fields.includes(path));
  const lost = (from.target?.fields ?? []).filter((path) => !to.target?.fields.includes(path));
  return {
    fields: after.fields,
    sharedBefore: before.shared,
    sharedAfter: after.shared,
    moreShared: Math.max(0, after.shared - before.shared),
    lessShared: Math.max(0, before.shared - after.shared),
    sentences: [
      ...gained.map((path) => `“${path}” flows that did not.`),
      ...lost.map((path) => `“${path}” no longer flows.`),
      `Of ${before.replayed} recent records, ${after.shared} are shared; before, ${before.shared}.`,
    ],
  };
}

export function explain(document: AgreementDocument): Explanation {
  const record = RECORDS[0]!;
  const { after, reason } = share(document, record);
  return {
    outcome: after ? "shared" : "withheld",
    reason,
    steps: [
      { rule: "contract", outcome: "pass", sentence: "The record keeps the feed’s contract, version 1.0.0." },
      { rule: "rows", outcome: after ? "pass" : "withhold", sentence: after ? "The record is in scope." : "The record is not among those that the agreement names." },
      { rule: "project", outcome: "pass", sentence: `${document.target?.fields.length ?? 0} fields are kept, all others dropped.` },
      ...(document.obligations ?? []).map((each) => ({ rule: each.action, outcome: "pass", sentence: `“${each.action}” is done to ${each.field ?? "the record"}.` })),
    ],
    before: nested(record),
    after: after && nested(after),
  };
}

export function check(document: AgreementDocument): Check {
  const findings: Finding[] = [];
  if (document.inheritFrom === "transit-city-dsa" && (document.expires === null || document.expires === undefined)) {
    findings.push({
      ...{ code: "agreement-widens", clause: "expires", detail: "It has no end, but “Vehicle positions for planning”, on which it rests, has one." },
      remedy: "Give an end that is not later than that of the agreement it rests on.",
    });
  }
  if (document.grounds?.prohibition) {
    findings.push({
      ...{ code: "agreement-prohibited", clause: "grounds.prohibition", detail: `A written prohibition stands against it: ${document.grounds.prohibition}.` },
      remedy: "Have the prohibition lifted first.",
    });
  }
  return { findings, plainLanguage: plain(document), hash: hashOf(document) };
}
