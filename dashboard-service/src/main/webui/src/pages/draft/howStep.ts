import { html, nothing, type TemplateResult } from "lit";
import type { Contract } from "../../api/types";
import { areaField, choiceField, textField } from "../../parts/field";
import { t } from "../../texts";
import { beginsWith, choices, isLocation, isTime } from "./catalog";
import type { Form } from "./form";
import { type Draft, EDGES, LOCATION } from "./model";

type Field = Contract["fields"][number];

/** What is done to each field that flows, and which records come, when and how many. */
export function howStep(form: Form): TemplateResult {
  const { draft: d, set } = form;
  const flowing = (form.contract?.fields ?? []).filter((field) => d.fields.includes(field.path));
  const located = flowing.some((field) => isLocation(field.path));
  const text = (id: "delay" | "sample" | "limit", label: string, hint: string) =>
    textField({ id, label, hint, type: "number", value: d[id], error: form.wrong.get(id), change: (value) => set({ [id]: value }) });
  const day = (id: "recordsFrom" | "recordsUntil", label: string) =>
    textField({ id, label, type: "date", value: d[id], error: form.wrong.get(id), change: (value) => set({ [id]: value }) });
  return html`
    <p>${t.draft.howLead}</p>
    <table class="usa-table usa-table--borderless w-table w-table--cards">
      <caption class="usa-sr-only">${t.draft.steps.how}</caption>
      <thead>
        <tr><th scope="col">${t.draft.field}</th><th scope="col">${t.draft.treatment}</th><th scope="col">${t.draft.detail}</th></tr>
      </thead>
      <tbody>
        ${located ? locationRow(form) : nothing} ${flowing.filter((field) => !isLocation(field.path)).map((field) => row(form, field))}
      </tbody>
    </table>
    <h3>${t.draft.records}</h3>
    ${areaField({ id: "where", label: t.draft.where, hint: t.draft.whereHint, rows: 2, value: d.where, error: form.wrong.get("where"), change: (where) => set({ where }) })}
    <div class="w-two">${day("recordsFrom", t.draft.recordsFrom)} ${day("recordsUntil", t.draft.recordsUntil)}</div>
    <fieldset class="usa-fieldset w-form-group ${form.wrong.has("west") ? "usa-form-group--error" : ""}">
      <legend class="usa-legend">${t.draft.area}</legend>
      <span class="usa-hint">${t.draft.areaHint}</span>
      <div class="w-four">
        ${EDGES.map((edge) =>
          textField({
            ...{ id: edge, label: t.draft.edges[edge], type: "number", value: d.area[edge], error: edge === "west" ? form.wrong.get("west") : null },
            change: (value) => set({ area: { ...d.area, [edge]: value } }),
          }),
        )}
      </div>
    </fieldset>
    <div class="w-two">
      ${text("delay", t.draft.delay, t.draft.delayHint)} ${text("sample", t.draft.sample, t.draft.sampleHint)}
      ${text("limit", t.draft.limit, t.draft.limitHint)}
      ${choiceField({
        ...{ id: "limitPer", label: t.draft.limitPer, hint: "\u00a0", value: d.limitPer },
        options: Object.entries(t.draft.limitPers),
        change: (limitPer) => set({ limitPer }),
      })}
    </div>
  `;
}

const treated = (d: Draft, path: string, action: string, given: Record<string, string>): Partial<Draft> => {
  const treatments = { ...d.treatments };
  if (action === "") delete treatments[path];
  else treatments[path] = { action, with: given };
  return { treatments };
};

/** Label and select of a table's cell. */
const cellChoice = (id: string, label: string, value: string, options: readonly (readonly [string, string])[], change: (value: string) => void): TemplateResult =>
  html`<select class="usa-select" id=${id} data-testid=${id} aria-label=${label} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
    ${options.map(([each, name]) => html`<option value=${each} .selected=${each === value}>${name}</option>`)}
  </select>`;

function locationRow({ draft: d, set }: Form): TemplateResult {
  const now = d.treatments[LOCATION]?.with["resolution"] ?? "";
  const known = now === "" || now in t.draft.cells ? [] : [[now, now] as const];
  return html`<tr>
    <th scope="row">${t.draft.location}<span class="w-fine w-block"><code>${LOCATION}</code></span></th>
    <td data-label=${t.draft.treatment}>
      ${cellChoice(
        ...(["how-position", `${t.draft.treatment}: ${t.draft.location}`, now] as const),
        [["", t.draft.locationExact], ...Object.entries(t.draft.cells).sort(([a], [b]) => Number(b) - Number(a)), ...known],
        (resolution) => set(treated(d, LOCATION, resolution ? "coarsenLocation" : "", { resolution })),
      )}
    </td>
    <td data-label=${t.draft.detail}></td>
  </tr>`;
}

function row({ draft: d, set }: Form, field: Field): TemplateResult {
  const now = d.treatments[field.path];
  const offered = choices(field);
  const options = [...offered, ...(now && !offered.includes(now.action) ? [now.action] : [])];
  return html`<tr>
    <th scope="row">${field.title}<span class="w-fine w-block"><code>${field.path}</code></span></th>
    <td data-label=${t.draft.treatment}>
      ${cellChoice(
        ...([`how-${field.path}`, `${t.draft.treatment}: ${field.title}`, now?.action ?? ""] as const),
        options.map((each) => [each, each === "" ? t.draft.asIs : (t.draft.treatments[each] ?? each)] as const),
        (action) => set(treated(d, field.path, action, beginsWith(action, field))),
      )}
    </td>
    <td data-label=${t.draft.detail}>${now ? detail(field, now, (given) => set(treated(d, field.path, now.action, given))) : nothing}</td>
  </tr>`;
}

function detail(field: Field, now: { action: string; with: Record<string, string> }, change: (given: Record<string, string>) => void): TemplateResult | typeof nothing {
  const id = `with-${field.path}`;
  const number = (name: string, label: string): TemplateResult => html`<label class="w-inline" for=${id}>${label}
    <input class="usa-input" id=${id} data-testid=${id} inputmode="decimal" autocomplete="off" .value=${now.with[name] ?? ""}
      @input=${(event: Event) => change({ ...now.with, [name]: (event.target as HTMLInputElement).value })} /></label>`;
  const choice = (name: string, label: string, names: Record<string, string>): TemplateResult => html`<label class="w-inline" for=${id}>${label}
    ${cellChoice(id, `${label}: ${field.title}`, now.with[name] ?? "", Object.entries(names), (value) => change({ ...now.with, [name]: value }))}</label>`;
  switch (now.action) {
    case "rotateId":
      return choice("per", t.draft.rotation, t.draft.rotations);
    case "mask":
      return number("showLast", t.draft.shown);
    case "generalise":
      return isTime(field) ? choice("unit", t.draft.truncate, t.draft.truncates) : number("width", t.draft.bin);
    default:
      return nothing;
  }
}
