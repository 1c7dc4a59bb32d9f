import { html, nothing, type TemplateResult } from "lit";
import type { AgreementNotice, Contract } from "../api/types";
import { lastDayOf, moment } from "../format/time";
import { t } from "../texts";

/** "You see this under the agreement X, until …", with the way to it. */
export function agreementLine(notice: AgreementNotice | null, zone: string): TemplateResult | typeof nothing {
  if (!notice || notice.state !== "ACTIVE") return nothing;
  const { uid, title, expires } = notice.document;
  return html`<p class="w-agreement-line" data-testid="agreement-line">
    ${t.agreementLine.under}
    <a class="usa-link" dir="auto" href="/agreements/${encodeURIComponent(uid)}">${title}</a>,
    ${expires ? t.agreementLine.until(lastDayOf(expires, zone)) : t.agreementLine.untilRevoked}
  </p>`;
}

/** What the agreement leaves out of each record, and what kinds of record never come. */
export function notShown(notice: AgreementNotice | null, contract: Contract | null): TemplateResult | typeof nothing {
  if (!notice || !contract) return nothing;
  const fields = new Set(notice.document.target?.fields ?? []);
  const withheld = contract.fields.filter((field) => !fields.has(field.path));
  const changed = notice.document.obligations ?? [];
  return html`<details class="w-details">
    <summary>${t.notShown.summary(withheld.length)}</summary>
    ${withheld.length > 0
      ? html`<ul>
          ${withheld.map((field) => html`<li><code>${field.path}</code> – ${field.title}: ${t.notShown.withheld}</li>`)}
        </ul>`
      : nothing}
    ${changed.map((each) => html`<p>${t.obligation(each.action, each.field ?? t.everyRecord)}</p>`)}
    <p>${t.notShown.old}</p>
  </details>`;
}

/** Said at once when an agreement ends under the reader's eyes. */
export function endedAlert(notice: AgreementNotice | null, by: string | null, zone: string): TemplateResult {
  return html`<div class="usa-alert usa-alert--error" data-testid="standing-alert">
    <div class="usa-alert__body">
      <h2 class="usa-alert__heading">${notice ? t.ended.heading(notice.endedAs ?? notice.state) : t.ended.none}</h2>
      <p class="usa-alert__text">
        ${notice
          ? t.ended.text(notice.document.title, notice.endedAs ?? notice.state, by ?? notice.document.assigner, moment(notice.since, zone))
          : t.ended.noneText}
        ${notice
          ? html`<a class="usa-link" href="/agreements/${encodeURIComponent(notice.document.uid)}">${t.ended.see}</a>`
          : nothing}
      </p>
    </div>
  </div>`;
}
