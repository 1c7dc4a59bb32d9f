import { html, nothing, type TemplateResult } from "lit";
import type { Balance } from "../../api/types";
import { moment } from "../../format/time";
import { count } from "../../format/units";
import { t } from "../../texts";

const sum = (values: Record<string, number>): number => Object.values(values).reduce((a, b) => a + b, 0);

/** What came in is what was shared, withheld (and why) or quarantined: shown as a sum that anybody can check. */
export const ledgerTable = (balances: readonly Balance[], zone: string): TemplateResult =>
  balances.length === 0
    ? html`<p class="w-empty">${t.ledger.empty}</p>`
    : html`${balances.map((balance) => table(balance, zone))}`;

function table(balance: Balance, zone: string): TemplateResult {
  const withheld = Object.entries(balance.withheld ?? {});
  const total = balance.shared + sum(balance.withheld ?? {}) + balance.quarantined;
  const balanced = balance.balanced && total === balance.accepted;
  const line = (name: unknown, n: number, kind = ""): TemplateResult =>
    html`<tr class=${kind}>
      <th scope="row">${name}</th>
      <td class="w-number">${count(n)}</td>
    </tr>`;
  return html`<div class="w-ledger" data-testid="ledger" data-balanced=${balanced ? "true" : "false"}>
    <table class="usa-table usa-table--borderless w-table">
      <caption>
        <span class="w-break">${balance.feed}</span>${balance.since
          ? html`<span class="w-fine"> · ${t.ledger.span(moment(balance.since, zone), balance.until ? moment(balance.until, zone) : t.ledger.now)}</span>`
          : nothing}
      </caption>
      <tbody>
        ${line(t.ledger.shared, balance.shared)}
        ${withheld.map(([reason, n]) => line(html`${t.ledger.withheld}: ${t.reasons[reason] ?? reason}`, n))}
        ${line(t.ledger.quarantined, balance.quarantined)} ${line(t.ledger.sum, total, "w-ledger__sum")}
        ${line(t.ledger.accepted, balance.accepted)}
      </tbody>
    </table>
    <p class=${balanced ? "w-ledger__good" : "w-ledger__bad"}>
      ${balanced ? html`<span aria-hidden="true">✓</span> ${t.ledger.balanced}` : html`<span aria-hidden="true">✗</span> ${t.ledger.unbalanced(count(balance.accepted - total))}`}
    </p>
  </div>`;
}
