import { html, nothing, type TemplateResult } from "lit";
import type { Route, SegmentSpeeds, SpeedRoutes, Standing } from "../../api/types";
import { calendarDay, hourRange } from "../../format/time";
import { count, type SpeedUnit } from "../../format/units";
import { selectField } from "../../parts/selectField";
import { t } from "../../texts";
import type { otherDay, SpeedsState } from "./state";

export interface SpeedsForm {
  standing: readonly Standing[];
  feed: string;
  known: SpeedRoutes;
  routes: readonly Route[];
  answer: SegmentSpeeds | null;
  unit: SpeedUnit;
  hours: readonly number[];
  allHours: readonly number[];
  set: (patch: Partial<SpeedsState>) => void;
}

const compare = new Intl.Collator("en", { numeric: true }).compare;

/** What to show: feed, route, direction, days, hours, unit. */
export function speedsForm(form: SpeedsForm): TemplateResult {
  const { answer, known, set } = form;
  const byId = new Map(form.routes.map((route) => [route.id, route]));
  const totals = new Map<string, number>();
  for (const each of known.routes) totals.set(each.route, (totals.get(each.route) ?? 0) + each.n);
  if (answer && !totals.has(answer.route)) totals.set(answer.route, 0);
  const routes = [...totals].map(([id, n]): [string, string] => [id, `${name(byId.get(id), id)} (n ${count(n)})`]);
  const directions = byId.get(answer?.route ?? "")?.directions ?? [];
  const first = known.dates[0];
  const ends = known.dates.reduce((a, b) => [a[0]! < b ? a[0]! : b, a[1]! > b ? a[1]! : b], [first ?? "", first ?? ""]);
  return html`<form class="w-filters" @submit=${(event: Event) => event.preventDefault()} aria-label=${t.speeds.form}>
      ${feedField(form)}
      ${selectField({
        ...{ id: "route", label: t.route, value: answer?.route ?? "", disabled: routes.length === 0 },
        options: routes.sort((a, b) => compare(a[1], b[1])),
        change: (route) => set({ route, direction: null, hours: [], segment: null }),
      })}
      ${selectField({
        ...{ id: "direction", label: t.directionLabel, value: String(answer?.direction ?? ""), disabled: !answer },
        options: (directions.length > 0 ? directions : [{ id: answer?.direction ?? 0, headsign: null }]).map((each) => [
          String(each.id),
          each.headsign ?? t.direction(each.id),
        ]),
        change: (direction) => set({ route: answer?.route ?? null, direction: Number(direction), segment: null }),
      })}
      ${dateField("from", t.speeds.from, answer?.from ?? "", ends, (from) => set({ from }))}
      ${dateField("to", t.speeds.until, answer?.to ?? "", ends, (to) => set({ to }))}
      ${selectField({
        ...{ id: "unit", label: t.speeds.unit, value: form.unit },
        options: [
          ["mph", "mph"],
          ["km/h", "km/h"],
        ],
        change: (unit) => set({ unit }),
      })}
    </form>
    ${form.allHours.length > 0 ? hourChoice(form) : nothing}`;
}

/** Which feed, where there are several. */
export function feedField({ standing, feed: value, set }: Pick<SpeedsForm, "standing" | "feed" | "set">): TemplateResult | typeof nothing {
  if (standing.length < 2) return nothing;
  return selectField({
    ...{ id: "feed", label: t.feed, value },
    options: standing.map((each) => [each.feed, each.title]),
    change: (feed) => set({ feed, route: null, direction: null, from: null, to: null, hours: [], segment: null }),
  });
}

const name = (route: Route | undefined, id: string): string =>
  route ? [route.shortName, route.longName].filter(Boolean).join(" · ") || id : id;

const dateField = (
  id: string,
  label: string,
  value: string,
  [least, most]: string[],
  change: (value: string | null) => void,
): TemplateResult => html`<div class="w-field">
  <label class="usa-label" for=${id}>${label}</label>
  <input
    class="usa-input"
    type="date"
    id=${id}
    .value=${value}
    min=${least ?? ""}
    max=${most ?? ""}
    @change=${(event: Event) => change((event.target as HTMLInputElement).value || null)}
  />
</div>`;

/** Offers another day where what is shown has no figures, or where a day has begun since. */
export function dayNote(other: ReturnType<typeof otherDay>, open: (day: string) => void): TemplateResult | typeof nothing {
  if (!other) return nothing;
  const day = calendarDay(other.day);
  return html`<p class="w-daynote" role="status" data-testid="other-day">
    ${t.speeds.otherDay[other.why](day)}
    <button type="button" class="usa-button usa-button--unstyled" @click=${() => open(other.day)}>${t.speeds.showDay(day)}</button>
  </p>`;
}

function hourChoice(form: SpeedsForm): TemplateResult {
  const toggle = (hour: number): void => {
    const next = form.hours.includes(hour) ? form.hours.filter((each) => each !== hour) : [...form.hours, hour];
    form.set({ hours: next.sort((a, b) => a - b) });
  };
  return html`<div class="w-hours" role="group" aria-label=${t.speeds.hours}>
    <span class="w-hours__label">${t.speeds.hours}</span>
    <button type="button" aria-pressed=${form.hours.length === 0 ? "true" : "false"} @click=${() => form.set({ hours: [] })}>
      ${t.speeds.allHours}
    </button>
    ${form.allHours.map(
      (hour) =>
        html`<button type="button" aria-pressed=${form.hours.includes(hour) ? "true" : "false"} @click=${() => toggle(hour)}>
          ${hourRange(hour)}
        </button>`,
    )}
  </div>`;
}
