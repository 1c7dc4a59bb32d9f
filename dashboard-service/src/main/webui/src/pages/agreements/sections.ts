import { html, nothing, type TemplateResult } from "lit";
import type { Agreement, Contract, Purpose } from "../../api/types";
import { moment } from "../../format/time";
import { classification } from "../../parts/contract";
import { agreementTag, wordTag } from "../../parts/tags";
import { t } from "../../texts";

/** The agreement in sentences that anybody reads. */
export const plainLanguage = (agreement: Agreement): TemplateResult => html`<section class="w-card w-plain">
  <h2>${t.agreements.plain}</h2>
  <ul>
    ${agreement.plainLanguage.map((sentence) => html`<li dir="auto">${sentence}</li>`)}
  </ul>
</section>`;

/** Parties, law, purpose, days. */
export function facts(agreement: Agreement, purposes: readonly Purpose[], zone: string): TemplateResult {
  const doc = agreement.document;
  const purpose = purposes.find((each) => each.id === doc.purpose)?.title;
  const fact = (name: string, value: unknown): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd dir="auto">${value}</dd>
    </div>`;
  return html`<section>
    <h2>${t.agreements.terms}</h2>
    <dl class="w-facts w-card">
      ${fact(t.agreements.from, doc.assigner)} ${fact(t.agreements.to, doc.assignee)}
      ${fact(t.feed, html`<a class="usa-link" href="/feeds/${encodeURIComponent(doc.target.feed)}">${doc.target.feed}</a>`)}
      ${fact(t.agreements.purpose, purpose ?? doc.purpose)}
      ${doc.authority ? fact(t.agreements.authority, doc.authority) : nothing}
      ${fact(t.agreements.starts, doc.effectiveFrom ? moment(doc.effectiveFrom, zone) : t.agreements.atOnce)}
      ${fact(t.agreements.ends, doc.expires ? moment(doc.expires, zone) : t.agreements.whenRevoked)}
      ${fact(t.agreements.retention, t.agreements.days(doc.retentionDays))}
      ${fact(t.agreements.version, `${doc.version}, ${t.agreements.contract} ${doc.target.contractVersion}`)}
      ${fact(t.receipt.epoch, agreement.epoch)}
    </dl>
  </section>`;
}

/** Each field of the contract: whether it flows, how it may hurt, what is done to it. */
export function fields(agreement: Agreement, contract: Contract | null): TemplateResult {
  const { target, obligations } = agreement.document;
  const flows = new Set(target.fields);
  const rows =
    contract?.fields ??
    target.fields.map((path) => ({ path, title: "", classification: "", type: "", required: false }));
  const done = (path: string): string =>
    obligations
      .filter((each) => each.field === path)
      .map((each) => t.obligationShort(each.action))
      .join(", ");
  return html`<section>
    <h2>${t.agreements.fields} <span class="w-count">${t.agreements.fieldCount(flows.size, rows.length)}</span></h2>
    <div class="w-scroll" tabindex="0" role="region" aria-label=${t.agreements.fields}>
      <table class="usa-table usa-table--borderless w-table w-table--wide">
        <caption class="usa-sr-only">
          ${t.agreements.fields}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t.agreements.field}</th>
            <th scope="col">${t.agreements.meaning}</th>
            <th scope="col">${t.agreements.class}</th>
            <th scope="col">${t.agreements.shared}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (field) =>
              html`<tr>
                <th scope="row"><code>${field.path}</code></th>
                <td>${field.title}</td>
                <td>${field.classification ? (t.classes[classification(field.classification)] ?? field.classification) : "–"}</td>
                <td>
                  ${flows.has(field.path)
                    ? done(field.path)
                      ? wordTag("warn", done(field.path))
                      : wordTag("good", t.agreements.flows)
                    : wordTag("plain", t.agreements.withheld)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Who changed what when. */
export const history = (agreement: Agreement, zone: string): TemplateResult => html`<section>
  <h2>${t.agreements.history}</h2>
  <ol class="w-history">
    ${agreement.history.map(
      (each) =>
        html`<li>
          ${agreementTag(each.state)}
          <span>${moment(each.at, zone)}, ${t.agreements.by} <span dir="auto">${each.by}</span></span>
          <span class="w-fine">${t.receipt.epoch} ${each.epoch}</span>
        </li>`,
    )}
  </ol>
</section>`;
