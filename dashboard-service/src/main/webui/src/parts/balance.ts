import { html, nothing, type TemplateResult } from "lit";
import type { Balance, DailyCount } from "../api/types";
import { calendarDay, moment } from "../format/time";
import { count } from "../format/units";
import { t } from "../texts";

export const sum = (values: Record<string, number> | number | null | undefined): number =>
  typeof values === "number" ? values : Object.values(values ?? {}).reduce((a, b) => a + b, 0);

/** Whether every accepted record is accounted for, by our own sum and not by what we are told alone. */
export const balances = (of: Balance): boolean => of.balanced && accounted(of) === of.accepted;
export const accounted = (of: Balance): number => of.shared + sum(of.withheld) + of.quarantined;

/** What came in is what was shared, withheld (and why) or quarantined: shown as a sum that anybody can check. */
export const balanceTables = (all: readonly Balance[], zone: string): TemplateResult =>
  all.length === 0 ? html`<p class="w-empty">${t.balance.empty}</p>` : html`${all.map((each) => balanceTable(each, zone))}`;

export function balanceTable(of: Balance, zone: string): TemplateResult {
  const total = accounted(of);
  const good = balances(of);
  const line = (name: unknown, n: number, kind = ""): TemplateResult =>
    html`<tr class=${kind}>
      <th scope="row">${name}</th>
      <td class="w-number">${count(n)}</td>
    </tr>`;
  return html`<div class="w-ledger" data-testid="ledger" data-balanced=${good ? "true" : "false"}>
    <table class="usa-table usa-table--borderless w-table">
      <caption>
        <span class="w-break">${of.feed}</span>${of.since
          ? html`<span class="w-fine"> · ${t.ledger.span(moment(of.since, zone), of.until ? moment(of.until, zone) : t.ledger.now)}</span>`
          : nothing}
      </caption>
      <tbody>
        ${line(t.ledger.shared, of.shared)}
        ${Object.entries(of.withheld ?? {}).map(([reason, n]) => line(html`${t.ledger.withheld}: ${t.reasons[reason] ?? reason}`, n))}
        ${line(t.ledger.quarantined, of.quarantined)} ${line(t.ledger.sum, total, "w-ledger__sum")}
        ${line(t.ledger.accepted, of.accepted)}
      </tbody>
    </table>
    <p class=${good ? "w-ledger__good" : "w-ledger__bad"}>
      ${good
        ? html`<span aria-hidden="true">✓</span> ${t.ledger.balanced}`
        : html`<span aria-hidden="true">✗</span> ${t.ledger.unbalanced(count(of.accepted - total))}`}
    </p>
  </div>`;
}

/** Day by day as bars of two lengths, each row readable as words. */
export function dailyTable(days: readonly DailyCount[], caption: string): TemplateResult | typeof nothing {
  if (days.length === 0) return nothing;
  const byDate = new Map<string, { shared: number; withheld: number; quarantined: number }>();
  for (const each of days) {
    const of = byDate.get(each.date) ?? { shared: 0, withheld: 0, quarantined: 0 };
    of.shared += each.shared;
    of.withheld += sum(each.withheld);
    of.quarantined += each.quarantined ?? 0;
    byDate.set(each.date, of);
  }
  const rows = [...byDate].sort(([a], [b]) => b.localeCompare(a));
  const most = Math.max(1, ...rows.map(([, of]) => of.shared + of.withheld + of.quarantined));
  return html`<table class="usa-table usa-table--borderless w-table w-table--tight w-daily">
    <caption>${caption}</caption>
    <thead>
      <tr>
        <th scope="col">${t.balance.day}</th>
        <th scope="col" class="w-number">${t.ledger.shared}</th>
        <th scope="col" class="w-number">${t.ledger.withheld}</th>
        <td class="w-daily__bars" aria-hidden="true"></td>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([date, of]) =>
          html`<tr>
            <th scope="row">${calendarDay(date)}</th>
            <td class="w-number">${count(of.shared)}</td>
            <td class="w-number">${count(of.withheld + of.quarantined)}</td>
            <td class="w-daily__bars" aria-hidden="true">
              <meter class="w-bar" min="0" max=${most} .value=${of.shared}></meter>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
