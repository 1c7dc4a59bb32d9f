import type { DailyCount } from "../../api/types";

/** One agreement of the public register, as the page shows it. */
export interface Entry {
  uid: string;
  title: string;
  tier: string;
  state: string;
  assigner: string;
  assignee: string;
  feed: string | null;
  fields: string[];
  purpose: string;
  authority: string | null;
  from: string | null;
  until: string | null;
  access: string | null;
  use: string | null;
  sentences: string[];
  daily: DailyCount[];
}

type Json = Record<string, unknown>;

const text = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(text).filter(Boolean).join(" ") || null;
  const of = value as Json | null;
  if (of && typeof of === "object") return text(of["@value"] ?? of["name"] ?? of["title"] ?? of["label"] ?? of["id"] ?? of["@id"] ?? null);
  return null;
};

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** The first of these members that is set. */
const first = (of: Json, ...names: string[]): unknown => names.map((name) => of[name]).find((value) => value !== undefined && value !== null);

/** Reads the register; its JSON-LD terms and the plain ones are the same here. */
export function entries(answer: unknown): Entry[] {
  const of = answer as Json;
  const all = first(of, "agreements", "entries", "dataset", "dcat:dataset", "@graph") ?? (Array.isArray(answer) ? answer : []);
  return list(all).map((each) => entry(each as Json));
}

function entry(of: Json): Entry {
  const id = text(first(of, "uid", "identifier", "@id", "id")) ?? "";
  const named = (...names: string[]): string => text(first(of, ...names)) ?? "";
  return {
    uid: id.split(/[/:]/).pop() ?? id,
    title: named("title", "dct:title"),
    tier: named("tier"),
    state: named("state", "status"),
    assigner: named("assigner", "publisher", "odrl:assigner"),
    assignee: named("assignee", "recipient", "odrl:assignee"),
    feed: text(first(of, "feed", "target")),
    fields: list(first(of, "fields")).map(text).filter((each) => each !== null),
    purpose: named("purposeTitle", "purpose"),
    authority: text(first(of, "authority", "legalBasis")),
    from: text(first(of, "effectiveFrom", "from", "since")),
    until: text(first(of, "expires", "until")),
    access: text(first(of, "accessRestriction", "accessRights")),
    use: text(first(of, "useRestriction", "rights")),
    sentences: list(first(of, "plainLanguage", "description")).map(text).filter((each) => each !== null),
    daily: list(first(of, "daily", "counts")).map((each) => day(each as Json)),
  };
}

const day = (of: Json): DailyCount => ({
  date: text(first(of, "date", "day")) ?? "",
  feed: text(of["feed"]) ?? "",
  agreement: null,
  shared: Number(of["shared"] ?? 0),
  withheld: (of["withheld"] ?? 0) as number,
  quarantined: Number(of["quarantined"] ?? 0),
});
