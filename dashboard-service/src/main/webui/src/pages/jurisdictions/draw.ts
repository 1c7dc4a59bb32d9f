import { html, type TemplateResult } from "lit";
import type { Contract, Feed, Jurisdiction, Purpose } from "../../api/types";
import { classification } from "../../parts/contract";
import { choiceField, textField, ticks } from "../../parts/field";
import { purposeOptions } from "../../parts/purposes";
import { t } from "../../texts";
import { slug } from "../draft/model";

export interface DrawTyped {
  jurisdiction: string;
  member: string;
  feed: string;
  fields: string[];
  purpose: string;
  title: string;
  retention: string;
}

export const emptyDraw = (member: string): DrawTyped => ({ jurisdiction: "", member, feed: "", fields: [], purpose: "", title: "", retention: "365" });

/** Classifications from the least to the most delicate. */
const ORDER = ["open", "quasi-identifier", "sensitive", "direct-identifier"];

export const isAbove = (field: string, limit: string): boolean => {
  const [of, most] = [ORDER.indexOf(classification(field)), ORDER.indexOf(classification(limit))];
  return of < 0 || most < 0 || of > most;
};

export function wrongDraw(of: DrawTyped): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const name of ["jurisdiction", "feed", "purpose", "title"] as const) {
    if (!of[name].trim()) wrong.set(`draw-${name}`, t.jurisdictions.missing);
  }
  if (of.fields.length === 0) wrong.set("draw-fields", t.draft.wrong.fields);
  if (!/^\d+$/.test(of.retention) || Number(of.retention) < 1 || Number(of.retention) > 3650) wrong.set("draw-retention", t.draft.wrong.retention);
  return wrong;
}

export const drawBody = (of: DrawTyped, contractVersion: string): Record<string, unknown> => ({
  ...{ agreement: slug(`${of.title}-${of.member}`), contractVersion, member: of.member, feed: of.feed, fields: of.fields, purpose: of.purpose, title: of.title.trim(), retentionDays: Number(of.retention) },
});

/** Which feed a member draws on, and which fields; what is above the law's limit says so. */
export function drawForm(of: {
  jurisdictions: readonly Jurisdiction[];
  feeds: readonly Feed[];
  purposes: readonly Purpose[];
  contract: Contract | null;
  typed: DrawTyped;
  wrong: ReadonlyMap<string, string>;
  busy: boolean;
  set: (patch: Partial<DrawTyped>) => void;
  draw: () => void;
}): TemplateResult {
  const { typed, set, wrong } = of;
  const chosen = of.jurisdictions.find((each) => each.id === typed.jurisdiction);
  const feeds = of.feeds.filter((feed) => chosen?.agencies.includes(feed.id.split(".")[0]!));
  const choice = (name: "jurisdiction" | "feed" | "purpose", label: string, options: readonly (readonly [string, string])[], patch: (value: string) => Partial<DrawTyped>) =>
    choiceField({
      ...{ id: `draw-${name}`, label, required: true, value: typed[name], error: wrong.get(`draw-${name}`) },
      options: [["", t.draft.choose], ...options],
      change: (value) => set(patch(value)),
    });
  return html`<section>
    <h2>${t.jurisdictions.draw}</h2>
    <p>${t.jurisdictions.drawLead(typed.member)}</p>
    <form class="w-card" novalidate @submit=${(event: Event) => { event.preventDefault(); of.draw(); }}>
      <div class="w-two">
        ${choice("jurisdiction", t.jurisdictions.jurisdiction, of.jurisdictions.map((each) => [each.id, each.name] as const), (jurisdiction) => ({ jurisdiction, feed: "", fields: [] }))}
        ${choice("feed", t.jurisdictions.feed, feeds.map((each) => [each.id, each.title || each.id] as const), (feed) => ({ feed }))}
        ${choice("purpose", t.jurisdictions.purpose, purposeOptions(of.purposes), (purpose) => ({ purpose }))}
        ${textField({ id: "draw-title", label: t.jurisdictions.title, required: true, value: typed.title, error: wrong.get("draw-title"), change: (title) => set({ title }) })}
        ${textField({ id: "draw-retention", label: t.jurisdictions.reach, type: "number", required: true, value: typed.retention, error: wrong.get("draw-retention"), change: (retention) => set({ retention }) })}
      </div>
      ${ticks({
        id: "draw-fields",
        legend: t.jurisdictions.fields,
        error: wrong.get("draw-fields"),
        options: (of.contract?.fields ?? []).map((field) => ({
          value: field.path,
          label: field.title,
          hint: `${field.path} · ${t.classes[classification(field.classification)] ?? field.classification}${chosen && isAbove(field.classification, chosen.limit) ? ` · ${t.jurisdictions.above}` : ""}`,
          on: typed.fields.includes(field.path),
        })),
        change: (path, on) => set({ fields: on ? [...typed.fields, path] : typed.fields.filter((each) => each !== path) }),
      })}
      <button type="submit" class="usa-button" data-testid="draw" ?disabled=${of.busy}>${t.jurisdictions.drawNow}</button>
    </form>
  </section>`;
}
