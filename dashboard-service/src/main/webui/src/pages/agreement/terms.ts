import { html, nothing, type TemplateResult } from "lit";
import type { Agreement, AgreementDocument, Contract, Obligation, Purpose } from "../../api/types";
import { dayOf, moment } from "../../format/time";
import { classification } from "../../parts/contract";
import { fact } from "../../parts/facts";
import { purposeTitle } from "../../parts/purposes";
import { wordTag } from "../../parts/tags";
import { type Agencies, nameOf } from "../../parts/zones";
import { t } from "../../texts";
import { isLocation } from "../draft/catalog";

/** The agreement in sentences that anybody reads. */
export const plainLanguage = (sentences: readonly string[], heading = t.agreements.plain): TemplateResult => html`<section class="w-card w-plain">
  <h2>${heading}</h2>
  <ul>
    ${sentences.map((sentence) => html`<li dir="auto">${sentence}</li>`)}
  </ul>
</section>`;

/** Parties, law, purpose, days. */
export function terms(agreement: Agreement, d: AgreementDocument, purposes: readonly Purpose[], zone: string, all: Agencies): TemplateResult {
  const feed = d.target
    ? d.target.feed
      ? html`<a class="usa-link" href="/feeds/${encodeURIComponent(d.target.feed)}">${d.target.feed}</a>`
      : t.agreements.allFeeds
    : null;
  return html`<section>
    <h2>${t.agreements.terms}</h2>
    <dl class="w-facts w-card">
      ${fact(t.agreements.tier, t.tiers[d.tier ?? "DUL"])} ${fact(t.agreements.from, nameOf(all, d.assigner))}
      ${fact(t.agreements.to, nameOf(all, d.assignee))} ${fact(t.agreements.broker, d.honestBroker)} ${fact(t.feed, feed)}
      ${fact(t.agreements.except, d.target?.except?.join(", "))}
      ${fact(t.agreements.purpose, purposeTitle(purposes, d.purpose))} ${fact(t.agreements.authority, d.authority)}
      ${fact(t.agreements.starts, d.effectiveFrom ? moment(d.effectiveFrom, zone) : begins(d))}
      ${fact(t.agreements.ends, d.expires ? moment(d.expires, zone) : t.agreements.whenRevoked)}
      ${fact(t.agreements.retention, t.agreements.days(d.retentionDays))}
      ${fact(t.agreements.may, (d.actions ?? ["read"]).map((each) => t.actions[each] ?? each).join("; "))}
      ${fact(t.agreements.mayNot, (d.prohibitions ?? []).map((each) => t.bans[each] ?? each).join("; "))}
      ${fact(t.agreements.scope, scope(d, zone))}
      ${fact(t.agreements.version, d.target ? `${d.version}, ${t.agreements.contract} ${d.target.contractVersion}` : d.version)}
      ${fact(t.agreements.epoch, agreement.epoch)}
    </dl>
    ${grounds(d)}
  </section>`;
}

const begins = (d: AgreementDocument): string =>
  d.emergency ? t.agreements.atConfirmation : d.presumption ? t.agreements.atDraw : t.agreements.atOnce;

function scope(d: AgreementDocument, zone: string): TemplateResult | null {
  const of = d.target?.refinement;
  if (!of) return null;
  const said = [
    of.recordsFrom ? t.agreements.recordsFrom(dayOf(of.recordsFrom, zone)) : "",
    of.recordsUntil ? t.agreements.recordsUntil(dayOf(of.recordsUntil, zone)) : "",
    of.within ? t.agreements.area(...([of.within.west, of.within.south, of.within.east, of.within.north].map(String) as [string, string, string, string])) : "",
  ].filter(Boolean);
  return html`${of.where ? html`<code>${of.where}</code> ` : nothing}${said.join("; ")}`;
}

function grounds(d: AgreementDocument): TemplateResult | typeof nothing {
  const g = d.grounds;
  if (!g) return nothing;
  return html`<details class="w-details">
    <summary>${t.agreements.grounds}</summary>
    <dl class="w-facts w-facts--long">
      ${fact(t.agreements.confidentiality, g.confidentiality ? (t.draft.laws[g.confidentiality] ?? g.confidentiality) : null)}
      ${fact(t.agreements.written, g.prohibition)} ${fact(t.agreements.benefit, g.benefit)} ${fact(t.agreements.risk, g.risk)}
      ${fact(t.agreements.decision, g.decision)} ${fact(t.agreements.alternatives, g.alternatives)}
    </dl>
  </details>`;
}

/** Whether an obligation changes that field; one on a location changes its two coordinates alone. */
const touches = (each: Obligation, path: string): boolean =>
  each.field === path || (!!each.field && path.startsWith(`${each.field}.`) && (each.action !== "coarsenLocation" || isLocation(path)));

/** Each field of the contract: whether it flows, how it may hurt, what is done to it. */
export function fields(d: AgreementDocument, contract: Contract | null): TemplateResult | typeof nothing {
  if (!d.target) return nothing;
  const flows = new Set(d.target.fields);
  const rows =
    contract?.fields ?? d.target.fields.map((path) => ({ path, title: "", classification: "", type: "", required: false }));
  const done = (path: string): string =>
    (d.obligations ?? [])
      .filter((each) => touches(each, path))
      .map((each) => t.obligationShort(each.action))
      .join(", ");
  const { field, meaning, class: kind, shared } = t.agreements;
  return html`<section>
    <h2>${t.agreements.fields} <span class="w-count">${t.agreements.fieldCount(flows.size, rows.length)}</span></h2>
    <details class="w-details" ?open=${window.matchMedia("(min-width: 48rem)").matches}>
    <summary>${t.agreements.eachField}</summary>
    <table class="usa-table usa-table--borderless w-table w-table--cards">
      <caption class="usa-sr-only">${t.agreements.fields}</caption>
      <thead>
        <tr><th scope="col">${field}</th><th scope="col">${meaning}</th><th scope="col">${kind}</th><th scope="col">${shared}</th></tr>
      </thead>
      <tbody>
        ${rows.map(
          (each) =>
            html`<tr>
              <th scope="row"><code>${each.path}</code></th>
              <td data-label=${meaning}><span>${each.title}</span></td>
              <td data-label=${kind}><span>${each.classification ? (t.classes[classification(each.classification)] ?? each.classification) : "–"}</span></td>
              <td data-label=${shared}>
                <span>${flows.has(each.path)
                  ? done(each.path)
                    ? wordTag("warn", done(each.path))
                    : wordTag("good", t.agreements.flows)
                  : wordTag("plain", t.agreements.withheld)}</span>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    </details>
  </section>`;
}
