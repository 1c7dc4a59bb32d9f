import { html, type TemplateResult } from "lit";
import type { PreviewField, Sample } from "../../api/types";
import { classification } from "../../parts/contract";
import { wordTag } from "../../parts/tags";
import { t } from "../../texts";

/** A value as people read it: text bare, everything else as JSON. */
export const shown = (value: unknown): string =>
  value === null || value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);

const values = (all: readonly unknown[] | null | undefined): TemplateResult | string =>
  !all || all.length === 0
    ? html`<span class="w-fine">${t.draft.nothing}</span>`
    : html`<ul class="w-values">${all.slice(0, 3).map((each) => html`<li dir="auto">${shown(each)}</li>`)}</ul>`;

const how = (field: PreviewField): TemplateResult =>
  !field.flows
    ? wordTag("plain", t.draft.withheld)
    : field.how === "as it is" || !field.how
      ? wordTag("good", t.draft.asItIs)
      : wordTag("warn", t.draft.treatments[field.how] ?? field.how);

/** Field by field: what lies at the agency, and what would arrive at the recipient. */
export const fieldsTable = (fields: readonly PreviewField[]): TemplateResult => html`<table
  class="usa-table usa-table--borderless w-table w-table--cards w-table--fields"
  data-testid="preview-fields"
>
  <caption class="usa-sr-only">${t.draft.preview}</caption>
  <thead>
    <tr>
      <th scope="col">${t.draft.columns.field}</th>
      <th scope="col">${t.draft.columns.how}</th>
      <th scope="col">${t.draft.columns.before}</th>
      <th scope="col">${t.draft.columns.after}</th>
    </tr>
  </thead>
  <tbody>
    ${fields.map(
      (each) =>
        html`<tr data-flows=${each.flows ? "true" : "false"}>
          <th scope="row">
            <code>${each.path}</code>
            <span class="w-fine w-block">${each.title}${each.classification ? ` · ${t.classes[classification(each.classification)] ?? each.classification}` : ""}</span>
          </th>
          <td data-label=${t.draft.columns.how}><span>${how(each)}</span></td>
          <td data-label=${t.draft.columns.before}>${values(each.before)}</td>
          <td data-label=${t.draft.columns.after}>${values(each.after)}</td>
        </tr>`,
    )}
  </tbody>
</table>`;

/** Whole records, before and after. */
export const samplesView = (samples: readonly Sample[]): TemplateResult => html`<details class="w-details">
  <summary>${t.draft.examples}</summary>
  ${samples.map(
    (each, i) => html`<div class="w-sample">
      <h4>${t.draft.example(i + 1)} ${each.after
          ? wordTag("good", t.draft.wouldShare)
          : wordTag("plain", `${t.draft.withheld}${each.reason ? `: ${t.reasons[each.reason] ?? each.reason}` : ""}`)}</h4>
      <div class="w-two">
        <div><p class="w-fine">${t.draft.columns.before}</p><pre tabindex="0" aria-label=${t.draft.columns.before}>${JSON.stringify(each.before, null, 2)}</pre></div>
        <div><p class="w-fine">${t.draft.columns.after}</p><pre tabindex="0" aria-label=${t.draft.columns.after}>${each.after ? JSON.stringify(each.after, null, 2) : t.draft.nothing}</pre></div>
      </div>
    </div>`,
  )}
</details>`;
