import type { Tier } from "../../api/types";
import { plusDays } from "../../format/days";
import { t } from "../../texts";
import { type Draft, EDGES } from "./model";

export const STEPS = ["who", "what", "how", "when", "check"] as const;
export type StepName = (typeof STEPS)[number];

const ID = /^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/;
const MOST_DAYS = 30;

/** The steps that an agreement of that kind has: a memorandum names no data. */
export const stepsOf = (tier: Tier): StepName[] => (tier === "MOU" ? ["who", "when", "check"] : [...STEPS]);

/** What is wrong on a step, by field; `today` is a day of the agency. */
export function wrongOn(step: StepName, of: Draft, today: string): Map<string, string> {
  const wrong = new Map<string, string>();
  const w = t.draft.wrong;
  const need = (field: string, value: string): void => {
    if (value.trim() === "") wrong.set(field, w.missing);
  };
  const whole = (value: string, least: number, most = Infinity): boolean =>
    /^\d+$/.test(value.trim()) && Number(value) >= least && Number(value) <= most;
  switch (step) {
    case "who":
      for (const field of ["title", "assigner", "assignee", "purpose", "authority"] as const) need(field, of[field]);
      if (of.title.length > 200) wrong.set("title", w.title);
      if (of.uid && !ID.test(of.uid)) wrong.set("uid", w.id);
      if (of.assignee.trim() && !ID.test(of.assignee.trim())) wrong.set("assignee", w.id);
      if (of.broker.trim() && !ID.test(of.broker.trim())) wrong.set("broker", w.id);
      if (of.emergency) need("declaration", of.declaration);
      break;
    case "what":
      if (!of.everyFeed) need("feed", of.feed);
      if (of.fields.length === 0) wrong.set("fields", w.fields);
      break;
    case "how":
      if (of.delay.trim() && !(Number(of.delay) >= 0)) wrong.set("delay", w.minutes);
      if (of.sample.trim() && !(Number(of.sample) > 0 && Number(of.sample) <= 100)) wrong.set("sample", w.percent);
      if (of.limit.trim() && !whole(of.limit, 1)) wrong.set("limit", w.positive);
      if (of.recordsFrom && of.recordsUntil && of.recordsUntil <= of.recordsFrom) wrong.set("recordsUntil", w.order);
      if (!areaIsRight(of)) wrong.set("west", w.area);
      break;
    case "when":
      if (!whole(of.retention, 1, 3650)) wrong.set("retention", w.retention);
      if (of.freshness.trim() && !whole(of.freshness, 1)) wrong.set("freshness", w.positive);
      if (of.completeness.trim() && !(Number(of.completeness) > 0 && Number(of.completeness) <= 100)) wrong.set("completeness", w.percent);
      if (of.ends && of.ends < today) wrong.set("ends", w.passed);
      if (of.starts && of.ends && of.ends < of.starts) wrong.set("ends", w.order);
      if (of.emergency) {
        need("sunset", of.sunset);
        if (of.sunset && of.sunset < today) wrong.set("sunset", w.passed);
        if (of.sunset > plusDays(today, MOST_DAYS - 1)) wrong.set("sunset", w.sunset);
      }
      break;
    case "check":
      break;
  }
  return wrong;
}

function areaIsRight(of: Draft): boolean {
  const typed = EDGES.filter((edge) => of.area[edge].trim() !== "");
  if (typed.length === 0) return true;
  if (typed.length < 4) return false;
  const [west, south, east, north] = EDGES.map((edge) => Number(of.area[edge])) as [number, number, number, number];
  return [west, south, east, north].every(Number.isFinite) && west < east && south < north && Math.abs(south) <= 90 && Math.abs(north) <= 90;
}

/** The step on which a clause of the document is asked for. */
export function stepOfClause(clause: string | null | undefined): StepName {
  const of = clause ?? "";
  if (/^(effectiveFrom|expires|retentionDays|service|emergency\.(sunset|reviewBy))/.test(of)) return "when";
  if (/^(obligations|target\.refinement)/.test(of)) return "how";
  if (/^target/.test(of)) return "what";
  return "who";
}
