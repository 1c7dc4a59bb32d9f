import { html, nothing, type TemplateResult } from "lit";
import type { Agreement } from "../../api/types";
import { due } from "../../format/spans";
import { moment } from "../../format/time";
import { count } from "../../format/units";
import { t } from "../../texts";

/** What the recipient owes after the end: the deadline, what is deleted, what was certified. */
export function destruction(of: Agreement, zone: string, now = Date.now()): TemplateResult | typeof nothing {
  const d = of.destruction;
  if (!d) return nothing;
  const late = d.overdue || (!d.certificate && d.due !== null && due(d.due, now).nearness === "overdue");
  return html`<section data-testid="destruction">
    <h2>${t.destruction.heading}</h2>
    ${late && d.due
      ? html`<div class="usa-alert usa-alert--error" data-testid="destruction-overdue">
          <div class="usa-alert__body">
            <p class="usa-alert__text">${t.destruction.due(moment(d.due, zone))} ${t.destruction.overdue(due(d.due, now).words)}</p>
          </div>
        </div>`
      : d.due
        ? html`<p>${t.destruction.due(moment(d.due, zone))}</p>`
        : nothing}
    <ul class="w-checklist">
      ${check(d.topicDeletedAt !== null, t.destruction.topicStep, d.topicDeletedAt ? t.destruction.deleted(moment(d.topicDeletedAt, zone)) : t.destruction.notDeleted)}
      ${check(
        d.certificate !== null,
        t.destruction.certificateStep,
        d.certificate ? t.destruction.certified(d.certificate.certifiedBy, moment(d.certificate.at, zone)) : t.destruction.waiting,
      )}
    </ul>
    ${d.certificate ? certificate(d.certificate.destroyed, d.certificate.note) : nothing}
  </section>`;
}

const check = (done: boolean, what: string, said: string): TemplateResult => html`<li class=${done ? "w-checklist__done" : ""}>
  <span aria-hidden="true">${done ? "✓" : "○"}</span>
  <span><strong>${what}</strong><br /><span class="w-fine">${said}</span></span>
</li>`;

const certificate = (destroyed: Record<string, number>, note: string | null | undefined): TemplateResult => html`<table
    class="usa-table usa-table--borderless w-table w-table--narrow"
    data-testid="certificate-counts"
  >
    <caption>${t.destruction.destroyed}</caption>
    <thead>
      <tr><th scope="col">${t.destruction.store}</th><th scope="col" class="w-number">${t.destruction.rows}</th></tr>
    </thead>
    <tbody>
      ${Object.entries(destroyed ?? {}).map(
        ([store, n]) => html`<tr><th scope="row">${t.destruction.stores[store] ?? html`<code>${store}</code>`}</th><td class="w-number">${count(n)}</td></tr>`,
      )}
    </tbody>
  </table>
  ${note ? html`<p dir="auto">${note}</p>` : nothing}`;
